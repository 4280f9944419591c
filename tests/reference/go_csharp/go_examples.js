// Print the Go examples of a test model, as the documentation's printer is known to: one file each.
//
//     node go_examples.js MODEL.yaml FOLDER
//
// MODEL.yaml is what @autorest/testmodeler makes of a specification whose names @autorest/go has chosen; the needed
// modules (js-yaml, lodash) are looked up from the working directory. What is printed still wants goimports.
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");
const load = createRequire(path.join(process.cwd(), "package.json"));
const yaml = load("js-yaml");
const lodash = load("lodash");

const PACKAGE = "armappcontainers";
const escapes = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r" };
const quote = (value) => `"${String(value).replace(/[\\"\n\r]/g, (char) => escapes[char])}"`;
const isEmpty = (value) => value.rawValue == null && value.elements == null && value.properties == null;

function time(text) {
  const date = new Date(text);
  const two = (number) => String(number).padStart(2, "0");
  const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join("-");
  const clock = [two(date.getUTCHours()), two(date.getUTCMinutes()), two(date.getUTCSeconds())].join(":");
  const stamp = `${day}T${clock}.${String(date.getUTCMilliseconds()).padStart(3, "0")}Z`;
  return `func() time.Time { t, _ := time.Parse(time.RFC3339Nano, ${quote(stamp)}); return t}()`;
}

/** The printer of one side: in a response every provisioning state has succeeded. */
class Printer {
  constructor(response) {
    this.response = response;
  }

  typeName(schema) {
    const name = schema.language.go.name;
    return /^[A-Z]/.test(name) ? `${PACKAGE}.${name}` : name;
  }

  /** A value; `pointer` is whether its place wants a pointer, `element` whether its type can be left out. */
  value(value, pointer, element = false) {
    if (!value || isEmpty(value)) return "nil";
    const { schema } = value;
    if (schema.type === "array") {
      const items = (value.elements || []).map((item) => this.value(item, true, true));
      const opening = `[]*${this.typeName(schema.elementType)}{`;
      return value.elements ? `${opening}\n${items.join(",\n")}}` : `${opening}}`;
    }
    if (schema.type === "object") {
      const opening = element ? "{" : `${pointer ? "&" : ""}${PACKAGE}.${schema.language.go.name}{`;
      const lines = this.fields(value).map((field) => `${field.language.go.name}: ${this.value(field, true)},\n`);
      return `${opening}\n${lines.join("")}}`;
    }
    if (schema.type === "dictionary") {
      const opening = `map[string]*${this.typeName(schema.elementType)}{`;
      const entries = Object.entries(value.properties || {});
      return `${opening}\n${entries.map(([key, item]) => `${quote(key)}: ${this.value(item, true)},\n`).join("")}}`;
    }
    return this.scalar(value);
  }

  /** An object's fields, inherited ones first, without those that are null. */
  fields(value) {
    const inherited = Object.values(value.parentsValue || {}).flatMap((parent) => this.fields(parent));
    const names = new Set(inherited.map((field) => field.language.go.name));
    const own = Object.values(value.properties || {}).filter((field) => !names.has(field.language.go.name));
    return [...inherited, ...own].filter((field) => field.rawValue !== null || this.isState(field));
  }

  isState(value) {
    return this.response && value.language?.go?.name === "ProvisioningState";
  }

  scalar(value) {
    const { schema } = value;
    const raw = this.isState(value) ? "Succeeded" : value.rawValue;
    const type = schema.language.go.name;
    if (schema.choices) {
      const choice = schema.choices.find((one) => one.value === raw);
      return `to.Ptr(${choice ? `${PACKAGE}.${choice.language.go.name}` : `${PACKAGE}.${type}(${quote(raw)})`})`;
    }
    if (type === "time.Time") return `to.Ptr(${time(raw)})`;
    if (["int32", "int64", "float32", "float64"].includes(type)) return `to.Ptr[${type}](${Number(raw)})`;
    return `to.Ptr(${type === "bool" ? raw : quote(raw)})`;
  }
}

function comment(text) {
  let depth = 0;
  const lines = text.split("\n").map((line) => {
    depth -= line.match(/^}*/)[0].length;
    const shown = "\t".repeat(depth) + line;
    depth += line.endsWith("{") ? 1 : 0;
    return shown;
  });
  return lines.join("\n// ");
}

function example(group, one, commit) {
  const [name, pool] = ["resourceGroupName", "sessionPoolName"].map((key) =>
    quote(one.methodParameters.find((each) => each.parameter.language.default.serializedName === key).exampleValue.rawValue),
  );
  const envelope = one.methodParameters.find((each) => each.exampleValue.schema.type === "object").exampleValue;
  const body = new Printer(false).value(envelope, false);
  const answer = one.responses["200"]?.body;
  const suffix = group.examples.length > 1 ? `_${lodash.camelCase(one.name)}` : "";
  const failed = (what) => `if err != nil {\nlog.Fatalf("failed to ${what}: %v", err)\n}\n`;
  const shown = answer
    ? "\t// You could use response here. We use blank identifier for just demo purposes.\n_ = res\n" +
      "\t// If the HTTP response code is 200 as defined in example definition, your response structure would look as " +
      "follows. Please pay attention that all the values in the output are fake values for just demo purposes.\n" +
      `// res.SessionPool = ${comment(new Printer(true).value(answer, false))}\n`
    : "";
  return (
    `package ${PACKAGE}_test\n\nimport (\n"context"\n"log"\n"time"\n\n` +
    ["azcore/to", "azidentity", `resourcemanager/appcontainers/${PACKAGE}/v4`]
      .map((module) => `"github.com/Azure/azure-sdk-for-go/sdk/${module}"\n`)
      .join("") +
    `)\n\n// Generated from example definition: https://github.com/Azure/azure-rest-api-specs/blob/${commit}/${one.originalFile}\n` +
    `func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate${suffix}() {\n` +
    `cred, err := azidentity.NewDefaultAzureCredential(nil)\n${failed("obtain a credential")}` +
    "ctx := context.Background()\n" +
    `clientFactory, err := ${PACKAGE}.NewClientFactory("<subscription-id>", cred, nil)\n${failed("create client")}` +
    `poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, ${name}, ${pool}, ${body}, nil)\n` +
    failed("finish the request") +
    `${answer ? "res, err :" : "_, err "}= poller.PollUntilDone(ctx, nil)\n${failed("pull the result")}${shown}}\n`
  );
}

const [, , file, folder, commit] = process.argv;
const model = yaml.load(fs.readFileSync(file, "utf8")).testModel.mockTest;
for (const group of model.exampleGroups)
  for (const one of group.examples) {
    const name = path.basename(one.originalFile, ".json");
    fs.writeFileSync(path.join(folder, `${name}.go`), example(group, one, commit));
  }
