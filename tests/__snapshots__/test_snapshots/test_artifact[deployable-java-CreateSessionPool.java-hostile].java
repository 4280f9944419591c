import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.UrlBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.appcontainers.ContainerAppsApiManager;
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.EnvironmentVar;
import com.azure.resourcemanager.appcontainers.models.ManagedIdentitySetting;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
import com.azure.resourcemanager.appcontainers.models.SessionPool;
import com.azure.resourcemanager.appcontainers.models.SessionPoolSecret;
import com.azure.resourcemanager.appcontainers.models.SessionRegistryCredentials;
import java.util.List;
import java.util.Map;

/** Creates or updates an Azure Container Apps session pool, and prints its resource ID. */
public final class CreateSessionPool {
    private static final String SUBSCRIPTION_ID = "00000000-0000-0000-0000-000000000000";
    private static final String RESOURCE_GROUP_NAME = "rg-(hostile)";
    private static final String SESSION_POOL_NAME = "hostile";
    private static final String API_VERSION = "2025-07-01";

    private CreateSessionPool() {
    }

    /** Run it with {@code mvn compile exec:java}. */
    public static void main(String[] args) {
        ContainerAppsApiManager manager = ContainerAppsApiManager.configure()
            .withPolicy(useApiVersion())
            .authenticate(
                new DefaultAzureCredentialBuilder().build(),
                new AzureProfile(null, SUBSCRIPTION_ID, AzureEnvironment.AZURE));

        SessionPool sessionPool = manager.containerAppsSessionPools().define(SESSION_POOL_NAME)
            .withRegion("\"west' europe\\").withExistingResourceGroup(RESOURCE_GROUP_NAME)
            .withTags(Map.<String, String>ofEntries(Map.entry("name", "plain"),
                Map.entry("type", "it's \"quoted\" `twice`"), Map.entry("\"q\"", "&anchor"), Map.entry("$x", "[test"),
                Map.entry("${tag}", "# no comment"), Map.entry("*/", "$(whoami)"),
                Map.entry("//",
                    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"),
                Map.entry("1", "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
                Map.entry("10", "[resourceGroup().location]"), Map.entry("9", "[[x]"), Map.entry("[tag", "key: value"),
                Map.entry("[tag]", "- item"),
                Map.entry("__proto__",
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
                Map.entry("_x", "~"), Map.entry("a b", "'''triple''' \"\"\"triple\"\"\""),
                Map.entry("a-b", "\\u002a/ \\u000a"), Map.entry("a.b", "*/ /* // # -- <!-- -->"),
                Map.entry("back\\slash", "!tag"), Map.entry("class", "1.10"),
                Map.entry("constructor", "\u202eright to left"), Map.entry("copy", "back\\slash \\n \\u0041 \\x41 \\"),
                Map.entry("if", "0123"), Map.entry("it's", "*alias"), Map.entry("new\nline", "%percent"),
                Map.entry("null", "true"), Map.entry("résumé", "\205\u2028\u2029\ufeff"), Map.entry("token", "```"),
                Map.entry("true", "null"),
                Map.entry(
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                    "`id`"),
                Map.entry("zipcode", "  blanks  "), Map.entry("{{tag}}", "@at"), Map.entry("Ünï", "trailing\\"),
                Map.entry("日本", "\000\001\033[31m\177"), Map.entry(".x", "line\nbreak\r\nand\ttab\r")))
            .withEnvironmentId("/subscriptions/'\"\\${x}/[y]")
            .withSecrets(List.of(new SessionPoolSecret().withName("line\nbreak\r\nand\ttab\r")
                .withValue("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}")))
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withRegistryCredentials(new SessionRegistryCredentials().withServer("it's \"quoted\" `twice`")
                    .withUsername("back\\slash \\n \\u0041 \\x41 \\").withPasswordSecretRef("*/ /* // # -- <!-- -->")
                    .withIdentity("[resourceGroup().location]"))
                .withContainers(List.of(new SessionContainer().withImage("a\\\"b'c:${tag}").withName("*/ main")
                    .withCommand(List.of("plain"))
                    .withArgs(List.of("plain", "it's \"quoted\" `twice`", "back\\slash \\n \\u0041 \\x41 \\",
                        "line\nbreak\r\nand\ttab\r", "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
                        "[resourceGroup().location]", "[[x]", "[test", "'''triple''' \"\"\"triple\"\"\"",
                        "*/ /* // # -- <!-- -->", "\\u002a/ \\u000a", "null", "true", "0123", "1.10", "~", "*alias",
                        "&anchor", "!tag", "- item", "key: value", "# no comment", "@at", "%percent", "```",
                        "  blanks  ", "trailing\\", "\000\001\033[31m\177", "\205\u2028\u2029\ufeff",
                        "\u202eright to left",
                        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                        "$(whoami)", "`id`", "'; DROP TABLE pools; --", "%00%2e%2e/", "{$delete: true}", "<script>",
                        "###", "@name = x", "> out", "< in"))
                    .withEnv(List.of(new EnvironmentVar().withName("N0").withValue("plain"),
                        new EnvironmentVar().withName("N1").withValue("it's \"quoted\" `twice`"),
                        new EnvironmentVar().withName("N2").withValue("back\\slash \\n \\u0041 \\x41 \\"),
                        new EnvironmentVar().withName("N3").withValue("line\nbreak\r\nand\ttab\r"),
                        new EnvironmentVar().withName("N4").withValue("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
                        new EnvironmentVar().withName("N5").withValue("[resourceGroup().location]"),
                        new EnvironmentVar().withName("N6").withValue("[[x]"),
                        new EnvironmentVar().withName("N7").withValue("[test"),
                        new EnvironmentVar().withName("N8").withValue("'''triple''' \"\"\"triple\"\"\""),
                        new EnvironmentVar().withName("N9").withValue("*/ /* // # -- <!-- -->"),
                        new EnvironmentVar().withName("N10").withValue("\\u002a/ \\u000a"),
                        new EnvironmentVar().withName("N11").withValue("null")))
                    .withResources(new SessionContainerResources().withMemory("0.5Gi\n")))))
            .withManagedIdentitySettings(List.of(new ManagedIdentitySetting().withIdentity("*/ '\"\\"))).create();

        System.out.println(sessionPool.id());
    }

    /** This release of the SDK knows the pool's properties, but asks for an older API version than the pool's. */
    private static HttpPipelinePolicy useApiVersion() {
        return (context, next) -> {
            HttpRequest request = context.getHttpRequest();
            if (request.getHttpMethod() == HttpMethod.PUT) {
                UrlBuilder url = UrlBuilder.parse(request.getUrl());
                request.setUrl(url.setQueryParameter("api-version", API_VERSION).toString());
            }
            return next.process();
        };
    }
}
