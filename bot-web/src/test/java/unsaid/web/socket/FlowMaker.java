package unsaid.web.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Folders of dialogs that are broken in one place or in many: the shipped ones, the shortest more
/// often, with bytes flipped, keys dropped, kinds swapped, texts made huge, files cut.
final class FlowMaker {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> shipped;
    private final List<String> names;
    private final Map<String, Set<String>> takes = new HashMap<>();

    /// @param shipped path below the folder of dialogs → content
    private FlowMaker(Map<String, String> shipped) {
        this.shipped = shipped;
        this.names = List.copyOf(shipped.keySet());
        shipped.forEach((name, text) -> takes.put(name, takes(text)));
    }

    /// Reads what is shipped, and the small flow of `more`.
    static FlowMaker of(Path dialogs, Map<String, String> more) throws IOException {
        Map<String, String> files = new TreeMap<>(more);
        try (Stream<Path> paths = Files.walk(dialogs, 2)) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".json")).toList()) {
                String name = dialogs.relativize(path).toString().replace('\\', '/');
                if (!name.endsWith("schema.json")) {
                    files.put(name, Files.readString(path));
                }
            }
        }
        return new FlowMaker(files);
    }

    /// One file, broken, and what it needs beside it.
    Map<String, String> folder(RandomGenerator chance) {
        Garbler garbler = new Garbler(chance);
        String file = names.get(chance.nextInt(names.size()));
        String good = shipped.getOrDefault(file, "");
        String text =
                switch (chance.nextInt(10)) {
                    case 0 -> garbler.noise();
                    case 1 -> garbler.json(8);
                    case 2, 3, 4 -> garbler.spoilt(good);
                    default -> twisted(good, chance, garbler);
                };
        Map<String, String> folder = new TreeMap<>(beside(file));
        folder.put(file, text);
        return folder;
    }

    /// What a file needs to be understood: a talk its flow, a flow that knows dangers the safety
    /// flow, a flow that takes what an earlier one knows that one, and so on.
    private Map<String, String> beside(String file) {
        if (file.equals("helplines.json")) {
            return Map.of();
        }
        Map<String, String> beside = new TreeMap<>();
        beside.put("helplines.json", "{\"home\":\"\",\"countries\":[],\"lines\":[]}");
        String id = file.substring(0, file.indexOf('/'));
        add(id, beside);
        if (!id.equals("small")) {
            add("safety", beside);
        }
        return beside;
    }

    private void add(String id, Map<String, String> folder) {
        String file = id + "/flow.json";
        String text = shipped.get(file);
        if (text != null && folder.put(file, text) == null) {
            takes.getOrDefault(file, Set.of()).forEach(other -> add(other, folder));
        }
    }

    /// Ids of the flows that a flow takes something from.
    private static Set<String> takes(String flow) {
        return JSON.readTree(flow)
                .path("takes")
                .valueStream()
                .map(from -> from.stringValue().split("/")[0])
                .collect(Collectors.toSet());
    }

    private static String twisted(String good, RandomGenerator chance, Garbler garbler) {
        JsonNode root = JSON.readTree(good);
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            List<JsonNode> inner = new ArrayList<>();
            gather(root, inner);
            if (!inner.isEmpty()) {
                twist(inner.get(chance.nextInt(inner.size())), chance, garbler, inner);
            }
        }
        return root.toString();
    }

    private static void gather(JsonNode node, List<JsonNode> all) {
        if (node.isContainer() && !node.isEmpty()) {
            all.add(node);
            node.forEach(each -> gather(each, all));
        }
    }

    private static void twist(
            JsonNode node, RandomGenerator chance, Garbler garbler, List<JsonNode> others) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(chance.nextInt(names.size()));
            switch (chance.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(garbler.scrap(), object.get(name));
                default -> object.set(name, other(object.get(name), chance, garbler, others));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = chance.nextInt(array.size());
            switch (chance.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(chance.nextInt(array.size()), array.get(at));
                default -> array.set(at, other(array.get(at), chance, garbler, others));
            }
        }
    }

    private static JsonNode other(
            JsonNode was, RandomGenerator chance, Garbler garbler, List<JsonNode> others) {
        return switch (chance.nextInt(9)) {
            case 0 -> JSON.getNodeFactory().numberNode(numbers(chance));
            case 1 -> JSON.getNodeFactory().booleanNode(chance.nextBoolean());
            case 2 -> JSON.getNodeFactory().nullNode();
            case 3 -> JSON.getNodeFactory().stringNode(garbler.scrap().repeat(chance.nextInt(500)));
            case 4 -> others.get(chance.nextInt(others.size())).deepCopy();
            case 5 -> JSON.getNodeFactory().arrayNode().add(was.deepCopy());
            case 6 -> JSON.getNodeFactory().stringNode("a".repeat(chance.nextInt(5_000)));
            default ->
                    was.isString()
                            ? JSON.getNodeFactory().stringNode(garbler.spoilt(was.stringValue()))
                            : JSON.getNodeFactory().numberNode(numbers(chance));
        };
    }

    private static double numbers(RandomGenerator chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> chance.nextInt(-2, 20);
            case 1 -> chance.nextInt();
            case 2 -> Math.pow(10, chance.nextInt(-300, 300));
            default -> chance.nextDouble();
        };
    }
}
