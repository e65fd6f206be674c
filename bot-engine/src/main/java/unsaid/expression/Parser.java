package unsaid.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.expression.Expression.Parsed;
import unsaid.expression.Lexer.Kind;
import unsaid.expression.Lexer.Token;
import unsaid.flow.Option;

/// Reads an expression from left to right and checks its types on the way.
final class Parser {
    private static final Set<String> FUNCTIONS =
            Set.of("count", "size", "top", "bottom", "sum", "join", "first");
    private static final Set<String> RESERVED =
            Set.of("is", "not", "and", "or", "contains", "empty", "set", "true", "false");
    private static final Node WRONG = new Node.Constant(new Type.Truth(), null);

    private final String source;
    private final Names names;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Token> tokens;
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<Integer> slots = new LinkedHashSet<>();
    private int at;
    private int depth;
    private int counts;
    private boolean lost;

    /// The comparison read last.
    private @Nullable Compared compared;

    private Type.@Nullable Rows row;

    /// @param left type of what is compared, which begins with the token `start`
    /// @param right token that what it is compared with begins with
    /// @param end token behind it
    private record Compared(Type left, Token start, int right, int end, boolean not) {}

    Parser(String source, Names names) {
        this.source = source;
        this.names = names;
        this.tokens = source.length() <= Expression.LENGTH ? Lexer.cut(source, faults) : List.of();
    }

    Parsed parse() {
        if (tokens.isEmpty()) {
            faults.add(
                    new Fault(
                            0,
                            source.length(),
                            "over-limit",
                            "a condition of " + source.length() + " characters",
                            "make it shorter than " + Expression.LENGTH + " characters"));
            return new Parsed(null, List.copyOf(faults));
        }
        faults.addAll(Slips.capitals(tokens, names, RESERVED));
        if (!faults.isEmpty()) {
            return new Parsed(null, List.copyOf(faults));
        }
        Node node = or();
        if (!lost && token().kind() != Kind.END) {
            String wayOut =
                    token().is("=") ? "write \"is\"" : "join conditions with \"and\" or \"or\"";
            fault("syntax", token(), "“" + token().text() + "” has no meaning here", wayOut);
        }
        return faults.isEmpty()
                ? new Parsed(new Expression(node, read, slots), List.of())
                : new Parsed(null, List.copyOf(faults));
    }

    private Node or() {
        Node left = and();
        while (!lost && take("or")) {
            alone("or");
            left = new Node.Or(truth(left), truth(and()));
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (!lost && take("and")) {
            alone("and");
            left = new Node.And(truth(left), truth(not()));
        }
        return left;
    }

    /// `kind is left or anger`: the second value lacks what it is compared with.
    private void alone(String joint) {
        Compared before = compared;
        Token token = token();
        Token behind = tokens.get(Math.min(at + 1, tokens.size() - 1));
        boolean last =
                behind.kind() == Kind.END || List.of(")", ",", "and", "or").contains(behind.text());
        if (lost || before == null || !last || !isValue(token, before.left())) {
            return;
        }
        String one = source.substring(before.start().offset(), from(tokens.get(before.right())));
        Token end = tokens.get(before.end() - 1);
        fault(
                "syntax",
                token,
                "“" + written(token) + "” stands alone after “" + joint + "”",
                "write “"
                        + one
                        + source.substring(from(tokens.get(before.right())), to(end))
                        + (before.not() ? " and " : " " + joint + " ")
                        + one
                        + written(token)
                        + "”");
    }

    private boolean isValue(Token token, Type left) {
        return switch (token.kind()) {
            case NUMBER, TEXT -> true;
            case WORD ->
                    names.find(token.text()) == null
                            && (row == null || fieldType(row, token.text()) == null)
                            && options(left).stream()
                                    .anyMatch(option -> option.value().equals(token.text()));
            case SIGN, END -> false;
        };
    }

    private String written(Token token) {
        return source.substring(from(token), to(token));
    }

    /// Where a token begins, its quote counted in.
    private static int from(Token token) {
        return token.offset() - (token.kind() == Kind.TEXT ? 1 : 0);
    }

    private static int to(Token token) {
        return token.offset() + token.length() + (token.kind() == Kind.TEXT ? 1 : 0);
    }

    private Node not() {
        if (!take("not")) {
            return comparison();
        }
        if (++depth > Expression.DEPTH) {
            return tooDeep();
        }
        Node inner = truth(not());
        depth--;
        return new Node.Not(inner);
    }

    private Node truth(Node node) {
        if (!lost && !(node.type() instanceof Type.Truth) && !isNothing(node)) {
            Token before = tokens.get(Math.max(0, at - 1));
            fault(
                    "type-mismatch",
                    before,
                    "this is " + node.type().word() + ", not true or false",
                    "compare it with something, such as \"mood > 5\" or \"mood is set\"");
        }
        return node;
    }

    private static boolean isNothing(Node node) {
        return node.type() instanceof Type.Nothing;
    }

    private Node comparison() {
        Token start = token();
        Node left = sum();
        if (lost) {
            return left;
        }
        Token sign = token();
        String set = set(sign);
        if (set != null) {
            return fault(
                    "syntax",
                    sign,
                    "“is” is missing before “" + sign.text() + "”",
                    "write “"
                            + source.substring(start.offset(), sign.offset()).strip()
                            + set
                            + "”");
        }
        if (take("is")) {
            boolean not = take("not");
            Node test;
            if (take("empty")) {
                test = new Node.Empty(left);
            } else if (take("set")) {
                test = new Node.IsSet(left);
            } else {
                int right = at;
                test = is(left, start, not);
                compared = new Compared(left.type(), start, right, at, not);
            }
            return not ? new Node.Not(test) : test;
        }
        int right = at + 1;
        Node made = take("contains") ? contains(left, start) : order(left, start, sign);
        if (at > right) {
            compared = new Compared(left.type(), start, right, at, false);
        }
        return made;
    }

    /// `mood set` and `mood not answered`, for `mood is set`; null if something else stands there.
    private @Nullable String set(Token token) {
        boolean not = token.is("not");
        Token word = not ? tokens.get(at + 1) : token;
        if (word.kind() != Kind.WORD) {
            return null;
        }
        if (word.is("set") || word.is("empty")) {
            return (not ? " is not " : " is ") + word.text();
        }
        String meant = Slips.set(word.text(), not);
        return meant == null ? null : " " + meant;
    }

    private Node order(Node left, Token start, Token sign) {
        Node.Order order =
                switch (sign.kind() == Kind.SIGN ? sign.text() : "") {
                    case ">" -> Node.Order.MORE;
                    case ">=" -> Node.Order.MORE_OR_SAME;
                    case "<" -> Node.Order.LESS;
                    case "<=" -> Node.Order.LESS_OR_SAME;
                    default -> null;
                };
        if (order == null) {
            return left;
        }
        at++;
        Token behind = token();
        if (isNoNumber(left, start, behind)) {
            return WRONG;
        }
        Node right = sum();
        if (!lost) {
            boolean days = left.type() instanceof Type.Day && right.type() instanceof Type.Words;
            if (days) {
                right = day(right, behind);
            }
            boolean fits =
                    left.type() instanceof Type.Num && right.type() instanceof Type.Num
                            || left.type() instanceof Type.Day && right.type() instanceof Type.Day
                            || isNothing(left)
                            || isNothing(right);
            if (!fits) {
                fault(
                        "type-mismatch",
                        sign,
                        "“"
                                + sign.text()
                                + "” compares numbers or days, not "
                                + left.type().word()
                                + " with "
                                + right.type().word(),
                        left.type() instanceof Type.Many
                                ? "count first: size(…)"
                                : "use \"is\" or \"contains\"");
            }
        }
        return new Node.Compare(left, order, right);
    }

    /// A number compared with a word that is no name, or with a number in quotes: told, and true.
    private boolean isNoNumber(Node left, Token start, Token token) {
        if (!(left.type() instanceof Type.Num)) {
            return false;
        }
        if (token.kind() == Kind.TEXT && token.text().matches("-?\\d+(\\.\\d+)?")) {
            fault(
                    "type-mismatch",
                    token,
                    "“'" + token.text() + "'” stands in quotes, and so it is a text",
                    "leave the quotes out: " + token.text());
            return true;
        }
        boolean word =
                token.kind() == Kind.WORD
                        && names.find(token.text()) == null
                        && !FUNCTIONS.contains(token.text())
                        && !RESERVED.contains(token.text())
                        && (row == null || fieldType(row, token.text()) == null);
        if (!word) {
            return false;
        }
        boolean name = start.kind() == Kind.WORD && names.find(start.text()) != null;
        Names.Range range = name ? names.range(start.text()) : null;
        double such =
                range == null ? 2 : Math.rint(range.least() + (range.most() - range.least()) / 5);
        fault(
                "type-mismatch",
                token,
                (name ? "“" + start.text() + "”" : "this")
                        + " is a number"
                        + (range == null
                                ? ""
                                : " from "
                                        + Slips.written(range.least())
                                        + " to "
                                        + Slips.written(range.most())),
                "compare it with a number, such as “"
                        + (name ? start.text() : "mood")
                        + " <= "
                        + Slips.written(such)
                        + "”");
        return true;
    }

    private Node is(Node left, Token start, boolean not) {
        Token token = token();
        Token isAt = tokens.get(at - (not ? 2 : 1));
        String set =
                token.kind() == Kind.WORD && names.find(token.text()) == null
                        ? Slips.set(token.text(), not)
                        : null;
        if (set != null
                && options(left.type()).stream()
                        .noneMatch(option -> option.value().equals(token.text()))) {
            Token before = tokens.get(at - 1);
            return fault(
                    "syntax",
                    token,
                    "“" + before.text() + " " + token.text() + "” has no meaning here",
                    "write “"
                            + source.substring(start.offset(), isAt.offset()).strip()
                            + " "
                            + set
                            + "”");
        }
        String key = optionKey(left.type(), token);
        if (key != null) {
            at++;
            return new Node.IsOption(left, key);
        }
        if (lost || isNoNumber(left, start, token)) {
            return WRONG;
        }
        Node right = sum();
        if (lost) {
            return WRONG;
        }
        if (left.type() instanceof Type.Day && right.type() instanceof Type.Words) {
            right = day(right, token);
        }
        boolean fits =
                left.type().getClass().equals(right.type().getClass())
                        || left.type() instanceof Type.One && right.type() instanceof Type.Words
                        || isNothing(left)
                        || isNothing(right);
        if (!fits) {
            fault(
                    "type-mismatch",
                    token,
                    "“is” compares " + left.type().word() + " with " + right.type().word(),
                    "compare things of one kind");
        }
        return new Node.Same(left, right);
    }

    private Node contains(Node left, Token start) {
        if (!(left.type() instanceof Type.Many)
                && !(left.type() instanceof Type.Words)
                && !isNothing(left)) {
            fault(
                    "type-mismatch",
                    start,
                    "“contains” looks into a list; this is " + left.type().word(),
                    left.type() instanceof Type.One ? "write \"is\"" : "name a list");
            return WRONG;
        }
        Token token = token();
        String key = optionKey(left.type(), token);
        if (key != null) {
            at++;
            return new Node.ContainsOption(left, key);
        }
        if (lost) {
            return WRONG;
        }
        Node right = sum();
        if (!lost
                && !(right.type() instanceof Type.One)
                && !(right.type() instanceof Type.Words)
                && !isNothing(right)) {
            fault(
                    "type-mismatch",
                    token,
                    "a list does not contain " + right.type().word(),
                    "name one option");
        }
        return new Node.Contains(left, right);
    }

    private static List<Option> options(Type type) {
        return switch (type) {
            case Type.One(var all) -> all;
            case Type.Many(var all) -> all;
            default -> List.of();
        };
    }

    /// The option meant by `token` on the right of a comparison; null if it is no option.
    private @Nullable String optionKey(Type left, Token token) {
        if (left instanceof Type.Nothing) {
            boolean value =
                    token.kind() == Kind.WORD
                            && names.find(token.text()) == null
                            && !RESERVED.contains(token.text());
            return value ? token.text() : null;
        }
        List<Option> options = options(left);
        if (options.isEmpty() || token.kind() == Kind.SIGN || token.kind() == Kind.END) {
            return null;
        }
        List<String> values = options.stream().map(Option::value).toList();
        if (values.contains(token.text())) {
            return token.text();
        }
        boolean another =
                token.kind() == Kind.WORD
                        && (names.find(token.text()) != null || FUNCTIONS.contains(token.text()));
        Option labelled = another ? null : Slips.labelled(options, source, token.offset());
        if (labelled != null) {
            fault(
                    "unknown-value",
                    token,
                    "“" + labelled.label().strip() + "” is the label of an option",
                    "write its value: " + labelled.value());
        } else if (!another) {
            String near = truth(token.text(), values);
            near = near == null ? Nearest.to(token.text(), values) : near;
            fault(
                    "unknown-value",
                    token,
                    "there is no option “" + token.text() + "” here",
                    near == null
                            ? "the options are: "
                                    + String.join(
                                            ", ", values.subList(0, Math.min(12, values.size())))
                            : "did you mean “" + near + "”?");
        }
        return null;
    }

    /// `yes` for `true`, where the options are yes and no.
    private static @Nullable String truth(String word, List<String> values) {
        String meant = word.equals("true") ? "yes" : word.equals("false") ? "no" : "";
        return values.contains(meant) ? meant : null;
    }

    private Node day(Node text, Token token) {
        if (text instanceof Node.Constant(_, Value.Words(String day))) {
            try {
                return new Node.Constant(
                        new Type.Day(), new Value.Day(java.time.LocalDate.parse(day)));
            } catch (java.time.DateTimeException e) {
                fault(
                        "type-mismatch",
                        token,
                        "“" + day + "” is no day",
                        "write year-month-day, such as '2026-01-31'");
            }
        }
        return text;
    }

    private Node sum() {
        Node left = primary();
        while (!lost && (token().is("+") || token().is("-"))) {
            Token sign = token();
            at++;
            Node right = primary();
            boolean fits =
                    (left.type() instanceof Type.Num || isNothing(left))
                            && (right.type() instanceof Type.Num || isNothing(right));
            if (!lost && !fits) {
                fault(
                        "type-mismatch",
                        sign,
                        "“" + sign.text() + "” needs numbers on both sides",
                        left.type() instanceof Type.Many
                                ? "to put lists together, write join(a, b)"
                                : "use numbers");
            }
            left = new Node.Add(left, sign.text().equals("+") ? 1 : -1, right);
        }
        return left;
    }

    private Node primary() {
        Token token = token();
        switch (token.kind()) {
            case NUMBER -> {
                at++;
                return new Node.Constant(
                        new Type.Num(), new Value.Num(Double.parseDouble(token.text())));
            }
            case TEXT -> {
                at++;
                return new Node.Constant(new Type.Words(), new Value.Words(token.text()));
            }
            case SIGN -> {
                if (take("(")) {
                    if (++depth > Expression.DEPTH) {
                        return tooDeep();
                    }
                    Node inner = or();
                    depth--;
                    expect(")");
                    return inner;
                }
                if (take("-") && token().kind() == Kind.NUMBER) {
                    Token number = token();
                    at++;
                    return new Node.Constant(
                            new Type.Num(), new Value.Num(-Double.parseDouble(number.text())));
                }
                return fault(
                        "syntax",
                        token,
                        "“" + token.text() + "” has no meaning here",
                        "write a name or a number");
            }
            case END -> {
                return fault(
                        "syntax",
                        token,
                        "something is missing at the end",
                        "write a name or a number there");
            }
            case WORD -> {
                at++;
                return word(token);
            }
        }
        return WRONG;
    }

    private Node word(Token token) {
        String word = token.text();
        if (word.equals("true") || word.equals("false")) {
            return new Node.Constant(new Type.Truth(), Value.Truth.of(word.equals("true")));
        }
        if (FUNCTIONS.contains(word) && token().is("(")) {
            return function(token);
        }
        if (RESERVED.contains(word)) {
            return fault(
                    "syntax",
                    token,
                    "“" + word + "” stands in the wrong place",
                    "write a name before it");
        }
        Type field = row == null ? null : fieldType(row, word);
        if (field != null && row != null) {
            return new Node.RowField(field, word, row.as());
        }
        Binding binding = names.find(word);
        String silent = binding == null ? names.silent(word) : null;
        if (silent != null) {
            return fault(
                    "unknown-name",
                    token,
                    "the step “" + word + "” " + silent + "; it has no answer",
                    "name a step that asks, or a name that is set");
        }
        if (binding == null) {
            String near = Nearest.to(word, names.all());
            return fault(
                    "unknown-name",
                    token,
                    "nothing is called “" + word + "”",
                    near == null
                            ? "use the id of a step, or a name that is set"
                            : "did you mean “" + near + "”?");
        }
        read.add(word);
        slots.add(binding.slot());
        Node name = new Node.Name(binding.type(), binding.slot());
        if (isNothing(name) && token().is(".")) {
            at += 2;
            return name;
        }
        return binding.type() instanceof Type.Sorted sorted && token().is(".")
                ? bucket(name, sorted)
                : name;
    }

    private Node bucket(Node name, Type.Sorted sorted) {
        at++;
        Token token = token();
        at++;
        List<String> values = sorted.buckets().stream().map(Option::value).toList();
        if (!values.contains(token.text())) {
            String near = Nearest.to(token.text(), values);
            return fault(
                    "unknown-value",
                    token,
                    "there is no bucket “" + token.text() + "”",
                    near == null
                            ? "the buckets are: " + String.join(", ", values)
                            : "did you mean “" + near + "”?");
        }
        return new Node.Bucket(new Type.Many(sorted.options()), name, token.text());
    }

    private Node function(Token name) {
        expect("(");
        if (++depth > Expression.DEPTH) {
            return tooDeep();
        }
        Token first = token();
        Node list = or();
        Node made = lost ? WRONG : function(name, list, first);
        depth--;
        return made;
    }

    private Node function(Token name, Node list, Token first) {
        return switch (name.text()) {
            case "size" -> {
                expect(")");
                yield new Node.Size(list);
            }
            case "first" -> {
                expect(")");
                yield switch (list.type()) {
                    case Type.Many(var options) -> new Node.First(new Type.One(options), list);
                    case Type.Nothing _ -> list;
                    default -> notAList(first, list);
                };
            }
            case "join" -> join(list, first);
            case "count" -> count(name, list, first);
            default -> overRows(name.text(), list, first);
        };
    }

    private Node join(Node firstPart, Token first) {
        List<Node> parts = new ArrayList<>(List.of(firstPart));
        while (!lost && take(",")) {
            parts.add(or());
        }
        expect(")");
        List<Option> options = new ArrayList<>();
        for (Node part : parts) {
            switch (part.type()) {
                case Type.Many(var all) -> add(options, all);
                case Type.One(var all) -> add(options, all);
                case Type.Nothing _ -> {}
                default -> {
                    return notAList(first, part);
                }
            }
        }
        return new Node.Join(new Type.Many(options), parts);
    }

    private static void add(List<Option> options, List<Option> more) {
        for (Option option : more) {
            if (options.stream().noneMatch(known -> known.value().equals(option.value()))) {
                options.add(option);
            }
        }
    }

    private Node count(Token name, Node list, Token first) {
        if (!(list.type() instanceof Type.Rows rows)) {
            return fault(
                    "type-mismatch",
                    first,
                    "count looks at a loop's answers; this is " + list.type().word(),
                    "for a list write size(…)");
        }
        expect(",");
        if (++counts > Expression.COUNTS) {
            return fault(
                    "over-limit",
                    name,
                    "count inside count, more than " + Expression.COUNTS + " deep",
                    "use a \"set\" step for a part of it");
        }
        Type.Rows outer = row;
        row = rows;
        Node condition = lost ? WRONG : truth(or());
        row = outer;
        counts--;
        expect(")");
        return new Node.Count(list, condition);
    }

    private Node overRows(String function, Node list, Token first) {
        if (!(list.type() instanceof Type.Rows rows)) {
            return fault(
                    "type-mismatch",
                    first,
                    function + " looks at a loop's answers; this is " + list.type().word(),
                    "name an \"each\" step");
        }
        expect(",");
        Token field = token();
        at++;
        if (!lost && !(fieldType(rows, field.text()) instanceof Type.Num)) {
            List<String> numbers =
                    rows.fields().keySet().stream()
                            .filter(name -> rows.fields().get(name) instanceof Type.Num)
                            .toList();
            String near = Nearest.to(field.text(), numbers);
            return fault(
                    "unknown-name",
                    field,
                    "the loop has no number called “" + field.text() + "”",
                    near == null
                            ? "name a scale or number of the loop"
                            : "did you mean “" + near + "”?");
        }
        expect(")");
        if (function.equals("sum")) {
            return new Node.Sum(list, field.text(), rows.as());
        }
        expect(".");
        Token then = token();
        at++;
        Type type = lost ? null : fieldType(rows, then.text());
        if (type == null) {
            return lost
                    ? WRONG
                    : fault(
                            "unknown-name",
                            then,
                            "the loop has nothing called “" + then.text() + "”",
                            "write ." + rows.as() + " for the item");
        }
        return new Node.Extreme(
                type, list, function.equals("top") ? 1 : -1, field.text(), rows.as(), then.text());
    }

    private static @Nullable Type fieldType(Type.Rows rows, String name) {
        return name.equals(rows.as()) ? rows.item() : rows.fields().get(name);
    }

    private Node notAList(Token token, Node node) {
        return fault(
                "type-mismatch",
                token,
                "this is " + node.type().word() + ", not a list",
                "name a list, multi, rank or pick answer");
    }

    private Node tooDeep() {
        return fault(
                "over-limit",
                token(),
                "too many brackets inside one another",
                "use a \"set\" step for a part of it");
    }

    private Token token() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private boolean take(String word) {
        if (token().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign) {
        if (!lost && !take(sign)) {
            fault(
                    "syntax",
                    token(),
                    "“" + sign + "” is missing before “" + token().text() + "”",
                    "put it there");
        }
    }

    private Node fault(String rule, Token token, String message, String wayOut) {
        if (!lost) {
            faults.add(new Fault(token.offset(), token.length(), rule, message, wayOut));
        }
        lost = true;
        return WRONG;
    }
}
