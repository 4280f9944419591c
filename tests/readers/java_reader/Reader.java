import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.sun.source.tree.*;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.*;
import java.util.*;
import java.util.stream.Collectors;
import javax.tools.*;

/**
 * Reads programs that create session pools: takes their file names, one a line, from standard input, and prints a JSON
 * array of the requests that they would send.
 */
public final class Reader extends TreeScanner<Void, Void> {
    private static final String PACKAGE = "com.azure.resourcemanager.appcontainers.";
    /** The imports of the program around the statement. */
    private static final Set<String> OTHER_IMPORTS = Set.of("com.azure.core.http.HttpMethod",
        "com.azure.core.http.HttpRequest", "com.azure.core.http.policy.HttpPipelinePolicy",
        "com.azure.core.management.AzureEnvironment", "com.azure.core.management.profile.AzureProfile",
        "com.azure.core.util.UrlBuilder", "com.azure.identity.DefaultAzureCredentialBuilder",
        PACKAGE + "ContainerAppsApiManager");
    private static final Map<String, String> CONSTANTS = Map.of("SUBSCRIPTION_ID", "subscriptionId",
        "RESOURCE_GROUP_NAME", "resourceGroupName", "SESSION_POOL_NAME", "sessionPoolName");
    private static final Map<Class<?>, String> TYPES =
        Map.of(String.class, "String", Integer.class, "int", Double.class, "double");
    private static final Map<String, String> ENUMS = Map.ofEntries(
        entry("ContainerType.CUSTOM_CONTAINER", "CustomContainer"),
        entry("ContainerType.PYTHON_LTS", "PythonLTS"),
        entry("IdentitySettingsLifeCycle.MAIN", "Main"),
        entry("IdentitySettingsLifeCycle.NONE", "None"),
        entry("LifecycleType.ON_CONTAINER_EXIT", "OnContainerExit"),
        entry("LifecycleType.TIMED", "Timed"),
        entry("ManagedServiceIdentityType.NONE", "None"),
        entry("ManagedServiceIdentityType.SYSTEM_ASSIGNED", "SystemAssigned"),
        entry("ManagedServiceIdentityType.SYSTEM_ASSIGNED_USER_ASSIGNED", "SystemAssigned,UserAssigned"),
        entry("ManagedServiceIdentityType.USER_ASSIGNED", "UserAssigned"),
        entry("PoolManagementType.DYNAMIC", "Dynamic"),
        entry("PoolManagementType.MANUAL", "Manual"),
        entry("SessionNetworkStatus.EGRESS_DISABLED", "EgressDisabled"),
        entry("SessionNetworkStatus.EGRESS_ENABLED", "EgressEnabled"));

    private final Map<String, Object> request = new TreeMap<>();
    private final Set<String> used = new TreeSet<>(OTHER_IMPORTS);
    /** What the program has read from its environment. */
    private final Map<String, Object> variables = new TreeMap<>();

    /** One call of a chain. */
    private record Call(String name, List<? extends ExpressionTree> arguments) {
    }

    public static void main(String[] args) throws IOException {
        try {
            List<String> files = new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines().toList();
            System.out.println(json(readAll(files)));
        } catch (RuntimeException error) {
            new PrintStream(System.err, true, UTF_8).println(error);
            System.exit(1);
        }
    }

    private static List<Object> readAll(List<String> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new DiagnosticCollector<JavaFileObject>();
        List<Object> requests = new ArrayList<>();
        try (var manager = compiler.getStandardFileManager(messages, Locale.ROOT, UTF_8)) {
            var sources = manager.getJavaFileObjectsFromStrings(files);
            var task = (JavacTask) compiler.getTask(null, manager, messages, null, null, sources);
            var programs = task.parse();
            var errors = messages.getDiagnostics().stream().filter(x -> x.getKind() == Diagnostic.Kind.ERROR).toList();
            check(errors.isEmpty(), "not Java", errors);
            for (CompilationUnitTree program : programs) {
                requests.add(new Reader().read(program));
            }
        }
        return requests;
    }

    private Map<String, Object> read(CompilationUnitTree program) {
        String file = program.getSourceFile().getName();
        try {
            scan(program, null);
            check(request.size() == CONSTANTS.size() + 1, "constants or statement missing", request.keySet());
            List<String> imports = program.getImports().stream().map(Reader::imported).sorted().toList();
            check(imports.equals(List.copyOf(used)), "imports", imports + "\nbut used are " + used);
        } catch (RuntimeException error) {
            throw new IllegalArgumentException(file + ": " + error, error);
        }
        return request;
    }

    private static String imported(ImportTree line) {
        return (line.isStatic() ? "static " : "") + line.getQualifiedIdentifier();
    }

    /** What is called from the main method does what its name says. */
    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        return method.getName().contentEquals("main") ? scan(method.getBody(), null) : null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        String name = variable.getName().toString();
        if (name.equals("PROBLEMS")) {
            used.add("java.util.ArrayList");
            used.add("java.util.List");
        }
        if (CONSTANTS.containsKey(name)) {
            put(request, CONSTANTS.get(name), (String) value(variable.getInitializer()));
        } else if (name.equals("sessionPool")) {
            model(variable.getType());
            put(request, "body", body(variable.getInitializer()));
        } else if (variable.getInitializer() instanceof MethodInvocationTree call && !name.equals("manager")) {
            put(variables, name, asked(call));
            check(variable.getType().toString().equals(TYPES.get(variables.get(name).getClass())), "type", variable);
        }
        return super.visitVariable(variable, nothing);
    }

    /** What the environment says, or a default. */
    private Object asked(MethodInvocationTree call) {
        var given = call.getArguments().stream().map(argument -> (String) value(argument)).toList();
        String found = System.getenv(given.get(0));
        switch (call.getMethodSelect().toString()) {
            case "System.getenv().getOrDefault":
                return found == null ? given.get(1) : found;
            case "required":
                check(found != null && !found.isEmpty(), "nothing answers", given);
                return found;
            case "integer":
                return Integer.valueOf(found == null ? given.get(2) : found);
            case "number":
                return Double.valueOf(found == null ? given.get(2) : found);
            default:
                throw new IllegalArgumentException("unknown method: " + call);
        }
    }

    /** The body that the statement sends: the SDK's builder takes the location and the group first, in this order. */
    private Map<String, Object> body(ExpressionTree statement) {
        var calls = new LinkedList<Call>();
        check(unroll(statement, calls).toString().equals("manager"), "not the manager's", statement);
        check(calls.remove().equals(new Call("containerAppsSessionPools", List.of())), "no session pools", statement);
        named(calls.remove(), "define", "SESSION_POOL_NAME");
        check(calls.getFirst().name.equals("withRegion"), "no region", statement);
        Map<String, Object> body = new TreeMap<>();
        put(body, "location", value(only(calls.remove())));
        named(calls.remove(), "withExistingResourceGroup", "RESOURCE_GROUP_NAME");
        check(calls.removeLast().equals(new Call("create", List.of())), "nothing created", statement);
        Map<String, Object> properties = new TreeMap<>();
        for (Call call : calls) {
            set(Set.of("withTags", "withIdentity").contains(call.name) ? body : properties, call);
        }
        if (!properties.isEmpty()) {
            put(body, "properties", properties);
        }
        return body;
    }

    /** What an expression is on the wire. */
    private Object value(ExpressionTree expression) {
        if (expression instanceof IdentifierTree name) {
            check(variables.containsKey(name.toString()), "unknown name", name);
            return variables.get(name.toString());
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            Object left = value(sum.getLeftOperand());
            Object right = value(sum.getRightOperand());
            check(left instanceof String || right instanceof String, "numbers are added up", sum);
            return left.toString() + right;
        }
        if (expression instanceof LiteralTree literal) {
            Object value = literal.getValue();
            check(value instanceof String || value instanceof Integer || value instanceof Double, "literal", literal);
            return value;
        }
        if (expression instanceof UnaryTree minus && minus.getKind() == Tree.Kind.UNARY_MINUS) {
            Object value = value(minus.getExpression());
            return value instanceof Integer number ? (Object) (-number) : (Object) (-(Double) value);
        }
        if (expression instanceof MemberSelectTree constant) {
            check(ENUMS.containsKey(constant.toString()), "unknown constant", constant);
            model(constant.getExpression());
            return ENUMS.get(constant.toString());
        }
        var calls = new LinkedList<Call>();
        ExpressionTree head = unroll(expression, calls);
        if (head instanceof NewClassTree made) {
            check(made.getArguments().isEmpty() && made.getClassBody() == null, "constructor", made);
            model(made.getIdentifier());
            Map<String, Object> object = new TreeMap<>();
            calls.forEach(call -> set(object, call));
            return object;
        }
        check(head instanceof IdentifierTree && calls.size() == 1, "unknown expression", expression);
        return made(head, calls.remove());
    }

    /** What a static method makes: a list, a map, or an enum's value that the SDK has no constant for. */
    private Object made(ExpressionTree type, Call call) {
        Map<String, Object> map = new TreeMap<>();
        switch (type + "." + call.name) {
            case "String.join":
                return call.arguments.stream().map(part -> (String) value(part)).collect(Collectors.joining());
            case "List.of":
                used.add("java.util.List");
                return call.arguments.stream().map(this::value).toList();
            case "Map.of":
                used.add("java.util.Map");
                for (int i = 0; i < call.arguments.size(); i += 2) {
                    put(map, (String) value(call.arguments.get(i)), value(call.arguments.get(i + 1)));
                }
                return map;
            case "Map.ofEntries":
                used.add("java.util.Map");
                for (ExpressionTree argument : call.arguments) {
                    var calls = new LinkedList<Call>();
                    check(unroll(argument, calls).toString().equals("Map") && calls.size() == 1
                        && calls.getFirst().name.equals("entry"), "not an entry", argument);
                    var pair = calls.remove().arguments;
                    check(pair.size() == 2, "not an entry", argument);
                    put(map, (String) value(pair.get(0)), value(pair.get(1)));
                }
                return map;
            default:
                check(call.name.equals("fromString") && ENUMS.keySet().stream().anyMatch(x -> x.startsWith(type + ".")),
                    "unknown call", type + "." + call.name);
                model(type);
                return (String) value(only(call));
        }
    }

    /** Takes a chain apart: appends its calls, and gives what they start from. */
    private static ExpressionTree unroll(ExpressionTree expression, List<Call> calls) {
        if (!(expression instanceof MethodInvocationTree call)) {
            return expression;
        }
        var method = (MemberSelectTree) call.getMethodSelect();
        ExpressionTree head = unroll(method.getExpression(), calls);
        calls.add(new Call(method.getIdentifier().toString(), List.copyOf(call.getArguments())));
        return head;
    }

    private void set(Map<String, Object> object, Call call) {
        check(call.name.matches("with[A-Z].*"), "not a setter", call.name);
        put(object, call.name.substring(4, 5).toLowerCase(Locale.ROOT) + call.name.substring(5), value(only(call)));
    }

    private void model(Tree type) {
        used.add(PACKAGE + "models." + type);
    }

    private static void named(Call call, String name, String constant) {
        check(call.name.equals(name) && only(call).toString().equals(constant), "no " + name + " of " + constant, call);
    }

    private static ExpressionTree only(Call call) {
        check(call.arguments.size() == 1, "not one argument", call);
        return call.arguments.get(0);
    }

    private static void put(Map<String, Object> object, String name, Object value) {
        check(object.put(name, value) == null, "twice", name);
    }

    private static void check(boolean good, String reason, Object what) {
        if (!good) {
            throw new IllegalArgumentException(reason + ": " + what);
        }
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(pair -> json(pair.getKey()) + ": " + json(pair.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Reader::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(unit -> unit < ' ' || unit > '~' || unit == '"' || unit == '\\'
            ? String.format("\\u%04x", unit) : String.valueOf((char) unit)).collect(Collectors.joining("", "\"", "\""));
    }
}
