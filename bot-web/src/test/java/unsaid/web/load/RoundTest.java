package unsaid.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static Round round(long... nanos) {
        Histogram all = new Histogram(3);
        for (long each : nanos) {
            all.recordValue(each);
        }
        return new Round(
                nanos.length, Duration.ofNanos(6_000L * nanos.length), Duration.ofSeconds(1), all);
    }

    @Test
    void theSumHoldsWhatEveryRoundTook() {
        Round sum = Round.sum(List.of(round(1, 2), round(3)));
        assertEquals(3, sum.turns());
        assertEquals(3, sum.nanos().getTotalCount());
        assertEquals(1, sum.nanos().getMinValue());
        assertEquals(3, sum.nanos().getMaxValue());
        assertEquals(6, sum.cpuMicros());
        assertEquals(1.5, sum.perSecond());
    }

    @Test
    void theMedianIsTheOneInTheMiddleOrBetweenTwo() {
        assertEquals(2, Round.median(new double[] {9, 1, 2}));
        assertEquals(3, Round.median(new double[] {4, 1, 2, 9}));
    }
}
