import type { Hooks } from '../hooks.js';
import { GraphError, type App } from '../model.js';
import { seconds } from '../world.js';

/** A number of ours. */
export interface PhoneNumber {
  readonly id: string;
  readonly businessId: string;
  readonly display: string;
  readonly name: string;
  readonly accessToken: string;
  readonly scopes: readonly string[];
}

export interface Person {
  readonly phone: string;
  readonly name: string;
  /** Known by this alone where they have a username. */
  readonly userId: string | null;
  lastInboundAt: Date | null;
  isBlocking: boolean;
}

export interface Published {
  readonly id: string;
  readonly to: string;
  readonly type: string;
  readonly text: string;
  readonly marker: string | null;
}

export interface TemplateTold {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly components: readonly object[];
}

export interface State {
  readonly app: App;
  readonly numbers: Map<string, PhoneNumber>;
  readonly people: Map<string, Person>;
  readonly files: Map<string, { readonly bytes: Buffer; readonly mime: string }>;
  readonly templates: TemplateTold[];
  readonly subscribed: Set<string>;
  readonly published: Published[];
  isTokenDead: boolean;
  count: number;
}

export interface OurMessage {
  readonly to: string;
  readonly type: string;
  readonly text: string;
  readonly marker: string | null;
}

const day = 24 * 3_600_000;
const everything = ['messages', 'smb_message_echoes'];

export function newState(app: App): State {
  return {
    app,
    numbers: new Map(),
    people: new Map(),
    files: new Map(),
    templates: [],
    subscribed: new Set(),
    published: [],
    isTokenDead: false,
    count: 0,
  };
}

/** People who write to numbers of ours, and what becomes of the answers. */
export class World {
  constructor(
    readonly state: State,
    readonly now: () => Date,
    readonly hooks: Hooks,
  ) {}

  nextId(prefix = ''): string {
    this.state.count += 1;
    return `${prefix}${106_500_000_000_000 + this.state.count * 7}`;
  }

  /** Base64 with capitals that count. */
  nextMessageId(): string {
    return `wamid.${Buffer.from(`HBgL${this.nextId()}`).toString('base64')}`;
  }

  number(id: string): PhoneNumber {
    const found = this.state.numbers.get(id);
    if (found !== undefined) return found;
    throw new GraphError(100, `Object with ID '${id}' does not exist`, { subcode: 33 });
  }

  person(phone: string, name: string, userId: string | null = null): Person {
    const known = this.state.people.get(phone);
    if (known !== undefined && (userId === null || known.userId === userId)) return known;
    const person = { phone, name, userId, lastInboundAt: known?.lastInboundAt ?? null, isBlocking: false };
    this.state.people.set(phone, person);
    return person;
  }

  /** The person writes; `content` is the message as WhatsApp tells it, by its type. */
  receive(number: PhoneNumber, person: Person, content: Readonly<Record<string, unknown>>): string {
    const id = this.nextMessageId();
    person.lastInboundAt = this.now();
    const from = { from: person.phone, ...(person.userId === null ? {} : { from_user_id: person.userId }) };
    const message = { ...from, id, timestamp: String(seconds(this.now())), ...content };
    this.tell(number, { contacts: [contactOf(person)], messages: [message] });
    return id;
  }

  /** Taken at once, as the API does; whether it arrives is told by statuses. */
  send(number: PhoneNumber, message: OurMessage): string {
    const person = [...this.state.people.values()].find((one) => [one.phone, one.userId].includes(message.to));
    const id = this.nextMessageId();
    this.state.published.push({ id, ...message });
    this.status(number, { id, person, marker: message.marker, status: 'sent' });
    const age = this.now().getTime() - (person?.lastInboundAt?.getTime() ?? Number.NEGATIVE_INFINITY);
    if (person === undefined || person.isBlocking) this.failure(number, { id, person, code: 131026 });
    else if (age > day && message.type !== 'template') this.failure(number, { id, person, code: 131047 });
    else this.status(number, { id, person, marker: message.marker, status: 'delivered' });
    return id;
  }

  status(
    number: PhoneNumber,
    of: { id: string; person: Person | undefined; status: string; marker?: string | null; errors?: object[] },
  ): void {
    const { id, person, status, marker, errors } = of;
    const told = {
      id,
      status,
      timestamp: String(seconds(this.now())),
      recipient_id: person?.phone ?? '0',
      ...((person?.userId ?? null) === null ? {} : { recipient_user_id: person?.userId }),
      ...((marker ?? null) === null ? {} : { biz_opaque_callback_data: marker }),
      ...(errors === undefined ? {} : { errors }),
    };
    this.tell(number, { statuses: [told] });
  }

  private failure(number: PhoneNumber, of: { id: string; person: Person | undefined; code: number }): void {
    const title = of.code === 131047 ? 'Re-engagement message' : 'Message undeliverable';
    this.status(number, {
      ...of,
      status: 'failed',
      errors: [{ code: of.code, title, error_data: { details: title } }],
    });
  }

  tell(number: PhoneNumber, value: object, field = 'messages'): void {
    const metadata = { display_phone_number: number.display, phone_number_id: number.id };
    const subscribed = this.state.subscribed.has(number.businessId) ? everything : null;
    const whole = { messaging_product: 'whatsapp', metadata, ...value };
    this.hooks.change({ id: number.businessId, subscribed }, { field, value: whole });
  }
}

function contactOf({ phone, name, userId }: Person): object {
  return { profile: { name }, wa_id: phone, ...(userId === null ? {} : { user_id: userId }) };
}
