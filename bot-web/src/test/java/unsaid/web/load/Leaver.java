package unsaid.web.load;

/// A visitor who begins a talk, has it kept for later, and then erases all of it: one frame a turn.
final class Leaver extends Player {
    private static final String[] FRAMES = {
        "{\"type\":\"start\",\"agreed\":true,\"id\":\"l0\",\"flow\":\"welcome\",\"language\":\"en\"}",
        "{\"type\":\"command\",\"id\":\"l1\",\"name\":\"keep\"}",
        "{\"type\":\"command\",\"id\":\"l2\",\"name\":\"erase\"}"
    };
    private static final String[] REPLIES = {
        "{\"type\":\"turn\",",
        "{\"type\":\"kept\",\"id\":\"l1\",",
        "{\"type\":\"erased\",\"id\":\"l2\"}"
    };
    private static final String BEFORE_THE_FIRST = "{\"type\":\"started\",";

    private int frame = -1;

    Leaver(Faults faults) {
        super(faults);
    }

    @Override
    String next() {
        frame++;
        return FRAMES[frame];
    }

    @Override
    public void heard(String reply) {
        if (frame == 0 && reply.startsWith(BEFORE_THE_FIRST)) {
            return;
        }
        if (!reply.startsWith(REPLIES[frame])) {
            faults().add(Faults.Kind.WRONG, reply);
        }
        answered();
    }
}
