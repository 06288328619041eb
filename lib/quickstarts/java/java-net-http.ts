import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { CacheTrial, Caller, CallInput } from '../language.ts'

export const javaNetHttp: Caller = {
  slug: 'java-net-http',
  name: 'java.net.http',
  build: (input) => ({
    install: code`mvn dependency:copy -DoutputDirectory=lib \\
  -Dartifact=com.google.code.gson:gson:2.13.2
export CLASSPATH='.:lib/*'`,
    files: [
      { name: 'AccessTokens.java', grammar: 'java', code: accessTokens(input) },
      { name: 'Client.java', grammar: 'java', code: client(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`javac Client.java && java Client`,
    executed: {
      debian: ['openjdk-17-jdk-headless', 'libgoogle-gson-java'],
      environment: { CLASSPATH: '.:/usr/share/java/gson.jar' },
      note: 'Ran with Java 17 and Gson 2.10.',
    },
    answer: accepted(input),
    cache: cacheTrial,
  }),
}

function accessTokens(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('java', input)
  return code`
import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class AccessTokens {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Gson json = new Gson();
    private String token;
    private Instant expires = Instant.MIN;

    /**
     * The cached token, replaced one minute before it expires.
     * Concurrent callers wait for one request.
     */
    synchronized String get() throws IOException, InterruptedException {
        if (Instant.now().isAfter(expires)) {
            var answer = request();
            token = answer.access_token;
            expires = Instant.now().plusSeconds(answer.expires_in - 60);
        }
        return token;
    }

    private Answer request() throws IOException, InterruptedException {
        var body = Map.of(
            "grant_type", "client_credentials",
            "client_id", ${clientId},
            "client_secret", System.getenv("AUTH0_CLIENT_SECRET"),
            "audience", ${audience});
        var request = HttpRequest.newBuilder()
            .uri(URI.create(${tokenUrl}))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.toJson(body)))
            .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("No token: " + response.body());
        }
        return json.fromJson(response.body(), Answer.class);
    }

    private static class Answer {
        String access_token;
        long expires_in;
    }
}`
}

const client = (input: CallInput): Code => code`
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

public class Client {
    public static void main(String[] arguments) throws Exception {
        var tokens = new AccessTokens();
        var request = HttpRequest.newBuilder()
            .uri(URI.create("${exampleUrl(input)}"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + tokens.get())
            .build();
        var response = HttpClient.newHttpClient()
            .send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            var why = response.headers().allValues("WWW-Authenticate");
            throw new IOException(response.statusCode() + " " + why);
        }
        System.out.println(response.body());
    }
}`

const cacheTrial: CacheTrial = {
  file: {
    name: 'Trial.java',
    grammar: 'java',
    code: code`
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

public class Trial {
    public static void main(String[] arguments) throws Exception {
        var tokens = new AccessTokens();
        var threads = Executors.newFixedThreadPool(10);
        Callable<String> get = tokens::get;
        var lines = new Scanner(System.in);
        while (lines.hasNextLine()) {
            var line = lines.nextLine();
            for (var token : threads.invokeAll(Stream.generate(() -> get).limit(10).toList())) token.get();
            System.out.println(line);
        }
    }
}`,
  },
  run: code`javac Trial.java && java Trial`,
}
