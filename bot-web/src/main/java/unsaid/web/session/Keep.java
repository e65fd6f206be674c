package unsaid.web.session;

import unsaid.web.session.store.ConversationId;

/// A visitor's wish that a conversation be kept for later.
///
/// @param until when it ends, in milliseconds since 1970
/// @param ticket what the store calls the record that the visitor's code opens
public record Keep(long until, ConversationId ticket) {}
