/** What the generated validators are: functions that say whether a value fits its schema, and how it does not. */

/** One way in which a value differs from its schema. */
export interface SchemaError {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value that was found. */
  readonly data?: unknown;
  /** The part of the schema it was held against. */
  readonly parentSchema?: SchemaPart;
  readonly message?: string;
}

export interface SchemaPart {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  /** Beside every pattern, which no person can read. */
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

/** After a call that answered false, `errors` holds every difference found. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
