package unsaid.web.session.store;

import java.time.LocalDate;

/// One record at rest. Immutable.
///
/// @param version drawn at random for each write, so that it tells two states of one record apart
///   and nothing else: not even how often it was written
/// @param until the last day (UTC) on which it may be needed; removed after it
/// @param content unreadable without a key that the store never sees; not copied, not to be changed
public record Sealed(ConversationId id, long version, LocalDate until, byte[] content) {}
