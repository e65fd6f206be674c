package unsaid.web.socket;

import unsaid.web.session.Reply;

/// A frame that is not of the right form. Stays inside of the codec.
final class BadFrameException extends Exception {
    private final transient Reply.Problem problem;

    BadFrameException(Reply.Problem problem) {
        super(problem.code().name(), null, false, false);
        this.problem = problem;
    }

    Reply.Problem problem() {
        return problem;
    }
}
