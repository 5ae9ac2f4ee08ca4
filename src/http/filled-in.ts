import { registerDecorator } from 'class-validator';

const mostFields = 30;
const longest = 4000;

/** What was filled into a form, by field name: texts only, of a size that a form can have. */
export function IsFilledIn(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isFilledIn',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: isFilledIn, defaultMessage: () => '$property must be texts by their names' },
    });
  };
}

function isFilledIn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const pairs = Object.entries(value);
  return pairs.length <= mostFields && pairs.every(([name, text]) => name.length <= 100 && isShortText(text));
}

function isShortText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= longest;
}
