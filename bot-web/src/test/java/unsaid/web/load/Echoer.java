package unsaid.web.load;

/// Sends one text again and again and hears it.
final class Echoer extends Player {
    private final String text;

    Echoer(String text, Faults faults) {
        super(faults);
        this.text = text;
    }

    @Override
    String next() {
        return text;
    }

    @Override
    public void heard(String reply) {
        if (!reply.equals(text)) {
            faults().add(Faults.Kind.WRONG, reply);
        }
        answered();
    }
}
