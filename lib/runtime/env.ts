import * as z from 'zod'

/**
 * The only reader of the environment in the application. Checked when the server boots (instrumentation.ts), so that a
 * wrong setting stops the start with a sentence instead of failing a request later.
 */
const databaseUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^,?]*(\?(?!(.*&)?host=)|$)/,
    'must be a postgresql:// address of one host: docs/operate.md says what moves it',
  )

const settings = z.object({
  /** The app role, nothing else. */
  DATABASE_URL: databaseUrl,
  /** The same role and database at a pooler, with connections of its own there (lib/db/client.ts). */
  INNER_DATABASE_URL: databaseUrl.optional(),
  AUTH_DATABASE_URL: databaseUrl,
  STATS_DATABASE_URL: databaseUrl,
  /** What opens a link from outside: no table, two functions. */
  SHARE_DATABASE_URL: databaseUrl,
  JOB_DATABASE_URL: databaseUrl,
  /** Key-encryption keys, outside the database (lib/crypto/keyring.ts). */
  KEY_FILE: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  /** What names the actions of forms, where it is not the key of the build (docs/adr/0149); Next reads it by itself. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().min(1).optional(),
  /** 'on' only on the embedded server: one-click sign-in as an invented person. */
  DEMO: z.enum(['on', 'off']).default('off'),
  /** 'on' behind a proxy that writes the caller's address as the last entry of x-forwarded-for. */
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  /** The mail server, smtp://user:password@host:587 or smtps://…; without it the application sends no mail. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an smtp:// or smtps:// address')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Where a copy of each checkpoint of the audit log goes, off this host (docs/adr/0108): a file, an address, an https address. */
  AUDIT_COPY_FILE: z.string().min(1).optional(),
  AUDIT_COPY_MAIL: z.email().optional(),
  AUDIT_COPY_WEBHOOK: z
    .url({ protocol: /^https$/ })
    .refine((address) => {
      const url = URL.canParse(address) ? new URL(address) : null
      return url === null || (url.username === '' && url.password === '')
    }, 'must be without user and password: leave out what is before the @, and let the address end in a long random word')
    .optional(),
  /** A virus scanner that speaks clamd's protocol, clamd://host:3310; without it papers are kept unscanned, and say so. */
  SCANNER_URL: z
    .string()
    .regex(/^clamd:\/\/[^/:]+(:\d+)?$/, 'must be a clamd:// address')
    .optional(),
  /** Where metrics are answered, 127.0.0.1:9464; the jobs answer on the next port. Without it nothing listens. */
  METRICS: z
    .string()
    .regex(/^.+:\d{2,5}$/, 'must be an address and a port, such as 127.0.0.1:9464')
    .optional(),
  METRICS_TOKEN: z.string().min(32).optional(),
  /** Who is told by mail when something of the installation needs a person; several, separated by commas. */
  ALERT_TO: z.string().min(3).optional(),
  /** The folder whose disk must not fill up: the data of the built-in database, else where this runs. */
  DATA_FOLDER: z.string().min(1).optional(),
})

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]):/

const schema = settings
  .refine(({ METRICS, METRICS_TOKEN }) => !METRICS || LOOPBACK.test(METRICS) || METRICS_TOKEN !== undefined, {
    path: ['METRICS_TOKEN'],
    message: 'is needed when METRICS is not an address of this machine alone',
  })
  .refine(
    ({ ALERT_TO, SMTP_URL, MAIL_FROM }) => !ALERT_TO || (SMTP_URL !== undefined && MAIL_FROM !== undefined),
    {
      path: ['ALERT_TO'],
      message: 'needs a mail server: set SMTP_URL and MAIL_FROM as well',
    },
  )

export type Environment = z.infer<typeof schema>

let checked: Environment | null = null

export const env = (): Environment => {
  checked ??= schema.parse(process.env)
  return checked
}

/** Where the keys are, for programs of the operator that need nothing else (npm run db -- verify). */
export const keyFile = (): string => settings.shape.KEY_FILE.parse(process.env.KEY_FILE)

/** Names of the settings that are missing or wrong, with the reason; empty when all is well. */
export const checkEnvironment = (source: Readonly<Record<string, string | undefined>>): string[] => {
  const result = schema.safeParse(source)
  if (result.success) return []
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

export const isSecure = (): boolean => env().NEXTAUTH_URL.startsWith('https://')

/** The newest migration that this build was made with; next.config.js writes it in. Null where nothing was built (tests, jobs). */
export const newestMigration = (): string | null => process.env.NEWEST_MIGRATION || null

/** Whether what runs was built before; npm run dev builds pages as they are asked for. */
export const isBuilt = (): boolean => process.env.NODE_ENV === 'production'

/** Where the build lies; next.config.js writes it in, because a release runs without the settings it was built with. */
export const buildFolder = (): string => process.env.BUILD_FOLDER ?? '.next'
