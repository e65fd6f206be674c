package unsaid.expression;

/// Where the value of a name is kept, and its type.
public record Binding(int slot, Type type) {}
