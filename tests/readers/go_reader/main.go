// Command go_reader reads programs that create session pools: it takes their file names, one a line, from standard
// input, and prints a JSON array of the requests that they would send.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"log"
	"os"
	"strconv"
	"strings"
	"unicode"
)

const sdk = "armappcontainers"

// The only enum value that is not spelled like the end of its constant's name.
const both = "ManagedServiceIdentityTypeSystemAssignedUserAssigned"

// The enums of the SDK; a constant's name starts with its type's.
var enums = []string{
	"ContainerType", "CreatedByType", "IdentitySettingsLifeCycle", "LifecycleType", "ManagedServiceIdentityType",
	"PoolManagementType", "SessionNetworkStatus", "SessionPoolProvisioningState",
}

func main() {
	log.SetFlags(0)
	requests := []map[string]any{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		request, err := read(lines.Text())
		if err != nil {
			log.Fatalf("%s: %v", lines.Text(), err)
		}
		requests = append(requests, request)
	}
	if err := json.NewEncoder(os.Stdout).Encode(requests); err != nil {
		log.Fatal(err)
	}
}

// variables are what the program has read from its environment: text or numbers.
var variables map[string]any

// read gives the request of one program.
func read(name string) (request map[string]any, err error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	formatted, err := format.Source(source)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(formatted, source) {
		return nil, fmt.Errorf("not as gofmt has it")
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("not a program that this reader knows: %v", reason)
		}
	}()
	request = map[string]any{}
	variables = map[string]any{}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncDecl:
			return node.Name.Name == "main"
		case *ast.ValueSpec:
			if len(node.Values) > 0 {
				request[wireName(node.Names[0].Name)] = text(node.Values[0])
			}
		case *ast.AssignStmt:
			name, ok := node.Lhs[0].(*ast.Ident)
			if ok && name.Name == "sessionPool" {
				request["body"] = value(node.Rhs[0])
			} else if call, called := node.Rhs[0].(*ast.CallExpr); ok && called {
				if function, own := call.Fun.(*ast.Ident); own {
					variables[name.Name] = asked(function.Name, call.Args)
				}
			}
		}
		return true
	})
	return request, nil
}

// asked gives what a call of one of the program's own functions gives.
func asked(function string, arguments []ast.Expr) any {
	given := []string{}
	for _, argument := range arguments {
		given = append(given, text(argument))
	}
	found, ok := os.LookupEnv(given[0])
	switch function {
	case "required":
		if found == "" {
			panic("nothing answers " + given[0])
		}
		return found
	case "optional":
		if !ok {
			return given[1]
		}
		return found
	}
	if !ok {
		found = given[2]
	}
	switch function {
	case "integer":
		number, err := strconv.ParseInt(found, 10, 32)
		if err != nil {
			panic(err)
		}
		return int32(number)
	case "number":
		number, err := strconv.ParseFloat(found, 64)
		if err != nil {
			panic(err)
		}
		return number
	}
	panic("a function of its own: " + function)
}

// value gives what an expression is on the wire.
func value(expression ast.Expr) any {
	switch expression := expression.(type) {
	case *ast.UnaryExpr:
		return value(expression.X)
	case *ast.CompositeLit:
		return composite(expression)
	case *ast.CallExpr:
		return pointer(expression)
	case *ast.Ident:
		if expression.Name == "nil" {
			return nil
		}
	}
	panic(fmt.Sprintf("an expression of type %T", expression))
}

// composite gives a list, or an object: a struct's or a map's. A literal without a type stands for a struct.
func composite(literal *ast.CompositeLit) any {
	if _, ok := literal.Type.(*ast.ArrayType); ok {
		items := []any{}
		for _, item := range literal.Elts {
			items = append(items, value(item))
		}
		return items
	}
	object := map[string]any{}
	for _, element := range literal.Elts {
		pair := element.(*ast.KeyValueExpr)
		_, ofMap := literal.Type.(*ast.MapType)
		if field, ok := pair.Key.(*ast.Ident); ok && !ofMap {
			object[wireName(field.Name)] = value(pair.Value)
		} else {
			object[text(pair.Key)] = value(pair.Value)
		}
	}
	return object
}

// pointer gives what a call of to.Ptr points to.
func pointer(call *ast.CallExpr) any {
	switch argument := call.Args[0].(type) {
	case *ast.Ident:
		return variable(argument)
	case *ast.BasicLit:
		if argument.Kind == token.STRING {
			return text(argument)
		}
		return json.Number(argument.Value)
	case *ast.UnaryExpr:
		return json.Number("-" + argument.X.(*ast.BasicLit).Value)
	case *ast.SelectorExpr:
		return constant(argument)
	case *ast.CallExpr:
		if function, ok := argument.Fun.(*ast.FuncLit); ok {
			return moment(function)
		}
		if selector := argument.Fun.(*ast.SelectorExpr); selector.X.(*ast.Ident).Name == "fmt" {
			return text(argument)
		}
		return text(argument.Args[0]) // an enum's value that the SDK has no constant for
	}
	panic(fmt.Sprintf("a pointer to an expression of type %T", call.Args[0]))
}

// constant gives the value of an enum's constant.
func constant(selector *ast.SelectorExpr) string {
	if selector.X.(*ast.Ident).Name != sdk {
		panic("a constant of another package")
	}
	if selector.Sel.Name == both {
		return "SystemAssigned,UserAssigned"
	}
	for _, enum := range enums {
		if value, ok := strings.CutPrefix(selector.Sel.Name, enum); ok {
			return value
		}
	}
	panic("an unknown constant " + selector.Sel.Name)
}

// moment gives the text of the time that a function parses in its first statement.
func moment(function *ast.FuncLit) string {
	parse := function.Body.List[0].(*ast.AssignStmt).Rhs[0].(*ast.CallExpr)
	return text(parse.Args[1])
}

// variable gives the value of a variable that the program has read.
func variable(name *ast.Ident) any {
	value, ok := variables[name.Name]
	if !ok {
		panic("an unknown name " + name.Name)
	}
	return value
}

// text gives a text: a literal, a variable, or one that is put together of such.
func text(expression ast.Expr) string {
	switch expression := expression.(type) {
	case *ast.Ident:
		return variable(expression).(string)
	case *ast.CallExpr:
		if selector := expression.Fun.(*ast.SelectorExpr); selector.Sel.Name != "Sprintf" {
			panic("a text made by " + selector.Sel.Name)
		}
		values := []any{}
		for _, argument := range expression.Args[1:] {
			values = append(values, variable(argument.(*ast.Ident)))
		}
		return fmt.Sprintf(text(expression.Args[0]), values...)
	}
	value, err := strconv.Unquote(expression.(*ast.BasicLit).Value)
	if err != nil {
		panic(err)
	}
	return value
}

// wireName gives the API's name for a Go name: EnvironmentID is environmentId, CPU is cpu.
func wireName(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	if stem, ok := strings.CutSuffix(name, "ID"); ok {
		name = stem + "Id"
	}
	first := []rune(name)
	first[0] = unicode.ToLower(first[0])
	return string(first)
}
