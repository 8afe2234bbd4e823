import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { listFiles, read } from './walk'

const code = ['app', 'components', 'lib', 'prisma/seed', 'scripts'].flatMap((folder) =>
  listFiles(folder, (file) => /\.(ts|tsx|mjs|js)$/.test(file)),
)
const own = [...code, 'proxy.ts', 'instrumentation.ts', 'next.config.js']
const served = own.filter(
  (file) => /^(app|components|lib|proxy\.ts)/.test(file) && !/\.test\.tsx?$/.test(file),
)
const typed = [...own, ...listFiles('tests', (file) => /\.tsx?$/.test(file))].filter((file) =>
  /\.tsx?$/.test(file),
)

/** A source without its comments, so that a comment may name what the code must not do. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1')

const bare = new Map<string, string>()
/** A source without its comments, worked out once for all that is asked of it. */
const readBare = (file: string): string => {
  const known = bare.get(file) ?? withoutComments(read(file))
  bare.set(file, known)
  return known
}

const findings = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    readBare(file)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim().slice(0, 120)}`),
  )

/** What is looked up here is data of the installation (periods) or the keys of a record, no list of codes. */
const NO_VOCABULARY = [
  'lib/people/country.rules.ts',
  'lib/countries/comparison.data.ts',
  'lib/reporting/beside.data.ts',
  'lib/statistics/beside.data.ts',
  'lib/statistics/desk.data.ts',
  'lib/statistics/request-desk.data.ts',
  'lib/statistics/wording.view.ts',
  'components/deadlines/source-labels.ts',
]
/** Where an unknown word has an answer of its own: a browser that signs itself otherwise, a column of a table, a cookie. */
const MAY_DEFAULT = [
  'components/layout/theme.ts',
  'lib/accounts/session.rules.ts',
  'lib/imports/row.schema.ts',
  'lib/runtime/env.ts',
  // A release made before there were profiles was for the public.
  'lib/statistics/statistic.data.ts',
]
/** Numbers of days and openings, which a form holds as texts. */
const NOT_CODES = ['lib/incoming/incoming.rules.ts', 'lib/referrals/share.rules.ts']

describe('the code', () => {
  it.each([
    ['builds SQL from text', served, /\$(queryRawUnsafe|executeRawUnsafe)|Prisma\.raw\(/],
    [
      // Prisma takes an empty OR for no condition at all: a list that may be empty goes through anyOf.
      'finds everybody by an OR of nothing',
      served.filter((file) => file !== 'lib/db/any-of.ts'),
      /\bOR: (?!\[($|\{|\w))/,
    ],
    [
      'sets a context that outlives its transaction',
      served,
      /set_config\([^)]*,\s*false\s*\)|\bSET\s+(SESSION\s+)?app\./i,
    ],
    [
      'reads the environment outside lib/runtime/env.ts',
      served.filter(
        (file) =>
          !['lib/runtime/env.ts', 'lib/server/boot.ts', 'lib/server/content-security-policy.ts'].includes(
            file,
          ),
      ),
      /process\.env/,
    ],
    [
      'asks for the time or chance in a rule',
      served.filter((file) => file.endsWith('.rules.ts')),
      /new Date\(\)|Date\.now|Math\.random|randomUUID|randomBytes|randomInt/,
    ],
    ['keeps something in plain browser storage', served, /\b(localStorage|sessionStorage)\b/],
    [
      'writes cookies from a page',
      served.filter(
        (file) => file.startsWith('components/') && file !== 'components/layout/preference-cookie.ts',
      ),
      /document\.cookie\s*=/,
    ],
    [
      'opens HTML',
      served.filter((file) => file !== 'app/layout.tsx'),
      /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|eval\(|new Function\(/,
    ],
    ['silences the compiler', typed, /@ts-(ignore|nocheck|expect-error)/],
    ['prints', served.filter((file) => file !== 'lib/server/boot.ts'), /console\./],
    [
      'waits by the clock in a test',
      listFiles('tests', (file) => /\.(test|spec)\.ts$/.test(file) && !/guardrails|\/\./.test(file)),
      /waitForTimeout|(?<!\.)setTimeout\(|toPass\(|retries:\s*[1-9]/,
    ],
    [
      // docs/adr/0110: a stored code is read, one of an address is matched, and neither becomes another code by itself.
      'looks a code up in a list by hand',
      served.filter((file) => !NO_VOCABULARY.includes(file)),
      /\.find(Last)?\(\(?(\w+)\)? => \2 === |\.codes\.(indexOf|includes)\(|\b[A-Z][A-Z_]+\.indexOf\(/,
    ],
    [
      'takes a code for an unknown one',
      served.filter((file) => !MAY_DEFAULT.includes(file)),
      /\.match\([^)]*\)+ (\?\?|\|\|) '\w|\.(catch|default)\('[a-z]/,
    ],
    [
      'writes a list of codes without vocabulary()',
      served.filter((file) => !NOT_CODES.includes(file)),
      /^export const \w+ = \[('[^']*', )*'[^']*'\] as const$/,
    ],
    [
      // lib/shared/search says what was not understood; a text read by hand would be dropped without a word.
      'reads a part of an address by hand',
      served.filter(
        (file) => /^app\/|\.(data|schema|view)\.ts$/.test(file) && file !== 'lib/views/view.view.ts',
      ),
      /\bsearch\??\.[a-z]+\b(?!\(|')|\bsearch\[/,
    ],
    [
      'loads something from elsewhere',
      served,
      /(src|href|import|fetch|url)\s*[=(]\s*[{'"`(]*\s*(https?:)?\/\/(?!localhost)/,
    ],
  ] as const)('never %s', (_what, files, pattern) => {
    expect(findings(files, pattern)).toEqual([])
  })

  it('never casts, but as const, and asserts no null away', () => {
    // Parsed only where something could be one: "as" after a value, "!" after one, and, in a file without tags, "<" before one.
    const cast = /[\w)\]}'"`]\s+as\s+(?!const\b)|[\w)\]]!(?!=)/
    const assertion = /(?<![\w)\]}'"`])<\w/
    const written = typed.filter((file) => {
      const source = readBare(file).replace(/^import .*$/gm, '')
      return cast.test(source) || (file.endsWith('.ts') && assertion.test(source))
    })
    const casts = written.flatMap((file) => {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
      const found: string[] = []
      const visit = (node: ts.Node): void => {
        const isConst = ts.isAsExpression(node) && node.type.getText() === 'const'
        if (
          (ts.isAsExpression(node) && !isConst) ||
          ts.isTypeAssertionExpression(node) ||
          ts.isNonNullExpression(node)
        )
          found.push(`${file}: ${node.getText().slice(0, 80)}`)
        ts.forEachChild(node, visit)
      }
      visit(source)
      return found
    })
    expect(casts).toEqual([])
  })

  // A condition on the code takes longer for a file that is out of reach than for none (docs/adr/0070).
  it('never asks for a file by its code, but through seenByCode', () => {
    const asked = served
      .filter((file) => file.endsWith('.data.ts') && /\.caseFile\.\w+\([\s\S]*\bcode\b/.test(read(file)))
      .flatMap((file) => {
        const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
        const found: string[] = []
        const conditions = (node: ts.Node): void => {
          if (ts.isPropertyAssignment(node) && node.name.getText() === 'code')
            found.push(`${file}: ${node.getText().slice(0, 80)}`)
          ts.forEachChild(node, conditions)
        }
        const visit = (node: ts.Node): void => {
          if (ts.isCallExpression(node) && /\.caseFile\.\w+$/.test(node.expression.getText()))
            for (const given of node.arguments)
              if (ts.isObjectLiteralExpression(given))
                for (const one of given.properties) if (one.name?.getText() === 'where') conditions(one)
          ts.forEachChild(node, visit)
        }
        visit(source)
        return found
      })
    expect(asked).toEqual([])
    expect(findings(served, /\b(f|c|file|case_file)\.code (=|IN|LIKE|ILIKE) \$\{/)).toEqual([])
  })

  it('calls no suffix-less name that says nothing', () => {
    const vague = code.filter((file) => /(^|\/)(utils?|helpers?|common|misc|types|index)(\.|\/)/.test(file))
    expect(vague).toEqual([])
  })

  it('hands no function from the server’s side of a page to the browser’s', () => {
    // What is drawn in a test has one side alone: only a built page breaks.
    const hands = />\s*\{\s*(?:async\s*)?\([^()]*\)\s*=>/
    const served = code.filter((file) => file.endsWith('.tsx') && !/^\s*['"]use client['"]/.test(read(file)))
    expect(hands.test('<FormFold label={label}>\n  {() => <Form />}')).toBe(true)
    expect(served.length).toBeGreaterThan(100)
    expect(served.filter((file) => hands.test(read(file)))).toEqual([])
  })

  it('keeps its files short enough to read', () => {
    // The catalogue of messages is written by a script, five lines a room, and no one reads it.
    const written = own.filter((file) => !/\.test\.tsx?$/.test(file) && file !== 'lib/i18n/catalogue.ts')
    const long = written.filter((file) => read(file).split('\n').length > 251)
    expect(long).toEqual([])
  })
})
