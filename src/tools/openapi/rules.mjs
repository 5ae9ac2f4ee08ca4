import { getMetadataStorage } from 'class-validator';

/** What a rule of class-validator says in JSON schema; rules that the type says already say nothing more. */
const words = {
  isUuid: () => ({ format: 'uuid' }),
  isEmail: () => ({ format: 'email' }),
  isInt: () => ({ type: 'integer' }),
  isLength: ([least, most]) => ({ minLength: least, maxLength: most }),
  maxLength: ([most]) => ({ maxLength: most }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  matches: ([pattern]) => (pattern.flags === '' ? { pattern: pattern.source } : {}),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
};

/** Adds to the schema of a body what its class checks. */
export function withRules(schema, type) {
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(type, '', false, false)) {
    const property = schema.properties[rule.propertyName];
    const more = words[rule.name]?.(rule.constraints) ?? {};
    const of = rule.each ? property.items : property;
    Object.assign(of, more, mayBeNull(of) && more.type ? { type: [more.type, 'null'] } : {});
  }
  return { ...schema, additionalProperties: false };
}

/** The type said so; a rule says it of values only. */
function mayBeNull({ type }) {
  return Array.isArray(type) && type.includes('null');
}
