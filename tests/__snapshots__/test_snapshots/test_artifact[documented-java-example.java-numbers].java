
import com.azure.resourcemanager.appcontainers.models.CustomContainerTemplate;
import com.azure.resourcemanager.appcontainers.models.ScaleConfiguration;
import com.azure.resourcemanager.appcontainers.models.SessionContainer;
import com.azure.resourcemanager.appcontainers.models.SessionContainerResources;
import com.azure.resourcemanager.appcontainers.models.SessionIngress;
import java.util.Arrays;

/**
 * Samples for ContainerAppsSessionPools CreateOrUpdate.
 */
public final class Main {
    /*
     * x-ms-original-file: body.yaml.j2
     */
    /**
     * Sample code: Create or Update Session Pool body in numbers.
     * 
     * @param manager Entry point to ContainerAppsApiManager.
     */
    public static void createOrUpdateSessionPoolBodyInNumbers(
        com.azure.resourcemanager.appcontainers.ContainerAppsApiManager manager) {
        manager.containerAppsSessionPools().define("numbers").withRegion("westeurope")
            .withExistingResourceGroup("rg-numbers")
            .withScaleConfiguration(
                new ScaleConfiguration().withMaxConcurrentSessions(10).withReadySessionInstances(31))
            .withCustomContainerTemplate(new CustomContainerTemplate().withContainers(Arrays.asList(
                new SessionContainer().withName("whole").withResources(new SessionContainerResources().withCpu(1.0D)),
                new SessionContainer().withName("point").withResources(new SessionContainerResources().withCpu(2.0D)),
                new SessionContainer().withName("half").withResources(new SessionContainerResources().withCpu(0.5D)),
                new SessionContainer().withName("tenth").withResources(new SessionContainerResources().withCpu(0.1D)),
                new SessionContainer().withName("tiny").withResources(new SessionContainerResources().withCpu(1.0E-7D)),
                new SessionContainer().withName("huge").withResources(new SessionContainerResources().withCpu(1.0E21D)),
                new SessionContainer().withName("large")
                    .withResources(new SessionContainerResources().withCpu(1.2345678901234568E20D)),
                new SessionContainer().withName("third")
                    .withResources(new SessionContainerResources().withCpu(0.3333333333333333D)),
                new SessionContainer().withName("minus").withResources(new SessionContainerResources().withCpu(0.0D)),
                new SessionContainer().withName("largest")
                    .withResources(new SessionContainerResources().withCpu(1.7976931348623157E308D)),
                new SessionContainer().withName("least")
                    .withResources(new SessionContainerResources().withCpu(4.9E-324D))))
                .withIngress(new SessionIngress().withTargetPort(65535)))
            .create();
    }
}
