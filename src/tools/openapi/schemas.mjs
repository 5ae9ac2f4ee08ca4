import ts from 'typescript';

/** JSON schemas from TypeScript types: what the compiler knows of an answer is what the description says of it. */
export class Schemas {
  /** By name: every interface and union of ours that was met. */
  components = {};

  constructor(program) {
    this.program = program;
    this.checker = program.getTypeChecker();
  }

  of(type, node) {
    const parts = (type.isUnion() ? type.types : [type]).filter((one) => !(one.flags & ts.TypeFlags.Undefined));
    const rest = parts.filter((one) => !(one.flags & ts.TypeFlags.Null));
    const schema = this.#named(type, rest, node) ?? this.#union(rest, node);
    return rest.length === parts.length ? schema : orNull(schema);
  }

  /** A type with a name of ours becomes a component, once. */
  #named(type, rest, node) {
    const only = rest.length === 1 ? rest[0] : type;
    const symbol = type.aliasSymbol ?? only.aliasSymbol ?? (isObject(only) ? only.getSymbol() : undefined);
    const name = symbol?.getName();
    if (!name || name.startsWith('__') || !this.#isOurs(symbol)) return null;
    if (!(name in this.components)) {
      this.components[name] = {};
      this.components[name] = describe(this.#union(rest, node), symbol, this.checker);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #isOurs(symbol) {
    return (symbol.declarations ?? []).some((declaration) => {
      const file = declaration.getSourceFile();
      return !this.program.isSourceFileFromExternalLibrary(file) && !this.program.isSourceFileDefaultLibrary(file);
    });
  }

  #union(types, node) {
    if (types.length === 1) return this.#single(types[0], node);
    if (types.every((one) => one.flags & ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    if (types.every((one) => one.isStringLiteral())) {
      return { type: 'string', enum: types.map(({ value }) => value).sort() };
    }
    if (types.every((one) => one.isNumberLiteral())) {
      return { type: 'number', enum: types.map(({ value }) => value).sort((a, b) => a - b) };
    }
    return { anyOf: types.map((one) => this.of(one, node)) };
  }

  #single(type, node) {
    const { checker } = this;
    if (type.isStringLiteral()) return { type: 'string', const: type.value };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    if (checker.isArrayType(type)) return { type: 'array', items: this.of(checker.getTypeArguments(type)[0], node) };
    if (isObject(type)) return this.#object(type, node);
    throw new Error(`no schema for the type ${checker.typeToString(type)}`);
  }

  #object(type, node) {
    const index = this.checker.getIndexInfosOfType(type)[0];
    if (index) return { type: 'object', additionalProperties: this.of(index.type, node) };
    const fields = inOrder(type, this.checker.getPropertiesOfType(type));
    const required = fields.filter((field) => !(field.flags & ts.SymbolFlags.Optional)).map((field) => field.getName());
    const properties = fields.map((field) => {
      const schema = this.of(this.checker.getTypeOfSymbolAtLocation(field, node), node);
      return [field.getName(), describe(schema, field, this.checker)];
    });
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 ? { required } : {}),
    };
  }
}

function isObject(type) {
  return (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
}

/** The compiler's own order of a mapped type depends on what it happened to see first. */
function inOrder(type, fields) {
  const mapped = (type.objectFlags & ts.ObjectFlags.Mapped) !== 0;
  return mapped ? fields.toSorted((a, b) => (a.getName() < b.getName() ? -1 : 1)) : fields;
}

function orNull(schema) {
  if ('$ref' in schema || 'anyOf' in schema) return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
  const values = schema.enum ? { enum: [...schema.enum, null] } : {};
  return { ...schema, type: [schema.type, 'null'], ...values };
}

/** The comment above a declaration, as far as it is a sentence about the thing. */
export function describe(schema, symbol, checker) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
  return text === '' ? schema : { ...schema, description: text };
}
