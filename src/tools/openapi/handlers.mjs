import ts from 'typescript';
import { describe } from './schemas.mjs';

/** What the methods of controllers take and answer, by `Class_method`. */
export function readHandlers(program, schemas) {
  const handlers = new Map();
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.controller.ts'));
  for (const type of files.flatMap((file) => file.statements.filter(ts.isClassDeclaration))) {
    for (const method of type.members.filter(ts.isMethodDeclaration)) {
      handlers.set(`${type.name.text}_${method.name.text}`, readHandler(type, method, schemas));
    }
  }
  return handlers;
}

function readHandler(type, method, schemas) {
  const { checker } = schemas;
  const typed = (name) => {
    const found = method.parameters.find((parameter) => decoratorsOf(parameter).includes(name));
    return found ? checker.getTypeAtLocation(found) : null;
  };
  const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
  const answer = checker.getAwaitedType(returned) ?? returned;
  return {
    isPublic: [type, method].some((node) => decoratorsOf(node).includes('Public')),
    answer: answer.flags & ts.TypeFlags.Void ? null : schemas.of(answer, method),
    body: named(typed('Body'), method, schemas),
    query: named(typed('Query'), method, schemas),
    takesFile: typed('UploadedFile') !== null,
    ...describe({}, checker.getSymbolAtLocation(method.name), checker),
  };
}

/** The class of a body or query, once the schema of its type is among the others. */
function named(type, node, schemas) {
  const reference = type ? schemas.of(type, node).$ref : undefined;
  return reference?.split('/').at(-1) ?? null;
}

function decoratorsOf(node) {
  return (ts.getDecorators(node) ?? []).map(({ expression }) =>
    ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText(),
  );
}
