

/**
 * Samples for ContainerAppsSessionPools CreateOrUpdate.
 */
public final class Main {
    /*
     * x-ms-original-file: body.yaml.j2
     */
    /**
     * Sample code: Create or Update Session Pool body in minimal.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInMinimal(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("abc").withRegion("westeurope").withExistingResourceGroup("r")
            .create();
    }
}
