import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles many Java programs against the class path and, where asked to, runs each by a class loader of its own.
 *
 * <p>Standard input has a line for each: {@code run} or {@code compile}, the class's name, the file, the folder for its
 * classes, parted by tabs. What failed is printed, each as the file, a line break, the reason, and a NUL.
 */
public final class Run {
    private static final int AT_ONCE = 48; // they wait for the next poll most of the time
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    // A manager reads the class path once; it serves one compilation at a time.
    private static final ThreadLocal<StandardJavaFileManager> FILES =
        ThreadLocal.withInitial(() -> COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8));

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream())); // the programs have things to say, too
        Map<String, String> failures = new ConcurrentSkipListMap<>();
        ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE);
        ExecutorService compilers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<String[]> lines = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines()
            .map(line -> line.split("\t")).collect(Collectors.toList());
        for (String[] line : lines) {
            compilers.execute(() -> {
                try {
                    compile(line[1], Path.of(line[2]), Path.of(line[3]));
                    if (line[0].equals("run")) {
                        runners.execute(() -> run(line[1], line[2], Path.of(line[3]), failures));
                    }
                } catch (Throwable error) {
                    failures.put(line[2], text(error));
                }
            });
        }
        for (ExecutorService service : List.of(compilers, runners)) {
            service.shutdown();
            service.awaitTermination(20, TimeUnit.MINUTES);
        }
        failures.forEach((file, reason) -> out.print(file + "\n" + reason + "\0"));
        out.flush();
        Runtime.getRuntime().halt(0); // the SDK's threads would keep the process for a while
    }

    private static void compile(String name, Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        StandardJavaFileManager files = FILES.get();
        files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
        String source = Files.readString(file);
        // Named after its class whatever the file is called: the documentation's programs are all Main.
        JavaFileObject unit = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        StringWriter says = new StringWriter();
        List<String> options = List.of("-proc:none", "-g:none", "-source", "11", "-target", "11", "-Xlint:-options");
        if (!COMPILER.getTask(says, files, null, options, null, List.of(unit)).call()) {
            throw new IllegalStateException(says.toString());
        }
    }

    private static void run(String name, String file, Path folder, Map<String, String> failures) {
        try {
            URL[] urls = {folder.toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(urls, Run.class.getClassLoader());
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException error) {
            failures.put(file, text(error.getCause()));
        } catch (Throwable error) {
            failures.put(file, text(error));
        }
    }

    private static String text(Throwable error) {
        StringWriter writer = new StringWriter();
        error.printStackTrace(new PrintWriter(writer, true));
        return writer.toString();
    }
}
