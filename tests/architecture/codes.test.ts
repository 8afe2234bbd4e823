import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { listFiles, read } from './walk'

// docs/adr/0110: a value that is not known never becomes another one, and a new code does not compile until every place that
// decides by it has decided. The compiler sees to the second where there is nothing that catches the rest; this file sees to that.

const files = ['app', 'components', 'lib'].flatMap((folder) =>
  listFiles(folder, (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)),
)

/** Where a rest is no code of a vocabulary, or has an answer of its own. */
const MAY_FALL_BACK: Readonly<Record<string, string>> = {
  'components/detention/event-form.tsx': 'the table of the rest does not compile without one of it',
  'components/layout/theme.ts': 'a cookie that anybody may write: the look of the device',
  'components/reviews/use-files.ts': 'what of a file has arrived',
  'components/reviews/use-review.ts': 'the next file, from the top again',
  'components/rights/gone-labels.ts':
    'tables that have no name on a certificate are counted as further records',
  'components/today/minor-rows.tsx': 'no service is left to be told',
  'components/ui/table.tsx': 'the first column names its row',
  'lib/accounts/session.rules.ts': 'a browser that signs itself otherwise',
  'lib/accounts/totp.rules.ts': 'an index below 32',
  'lib/attachments/clean.ts': 'a depth that is not known takes the most memory',
  'lib/countries/drawing/parts.rules.ts': 'an index that goes round',
  'lib/countries/drawing/svg.rules.ts': 'a tone without an edge of its own has its filling',
  'lib/countries/picture.view.ts': 'a name of UN M49 stands for itself',
  'lib/deadlines/pressing.data.ts': 'who is asked is a role, and the answer another list',
  'lib/detention/signal.rules.ts': 'signals are a list of the installation',
  'lib/drafts/kept-text.rules.ts': 'names of forms of an older version',
  'lib/imports/row.schema.ts': 'a path that is the name of its column',
  'lib/reporting/value-sql.data.ts': 'a code of the row is a column of its name',
  'lib/reporting/files.data.ts': 'the reach that everyone has',
  'lib/people/alike.data.ts': 'a name as it was said, or the first',
  'lib/people/person.rules.ts': 'the answer is the code of a country',
  'lib/people/search.data.ts': 'a name as it was said, or the first',
  'lib/planning/prepare-plan.data.ts': 'the first centre; the page says what was asked for in vain',
  'lib/planning/prepare-visit.data.ts': 'people in the order of the plan',
  'lib/sheets/sheet.rules.ts': 'languages are a list of the installation',
  'lib/sheets/sheets-page.data.ts': 'the person whose file it is, or the first',
  'lib/statistics/desk.data.ts': 'the newest period; the page says what was asked for in vain',
  'lib/statistics/request-desk.data.ts': 'a union of two that the compiler knows',
  'lib/statistics/second.data.ts': 'a union of two that the compiler knows',
  'lib/statistics/table.rules.ts': 'levels of a hierarchy that were found in it',
  'lib/summaries/summary-page.data.ts': 'the query asks for these two kinds only',
}

type Rule = (node: ts.Node) => boolean
const isText = (node: ts.Node | undefined): boolean =>
  node !== undefined && ts.isStringLiteral(node) && /^[a-z]\w*$/i.test(node.text)
const skip = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? skip(node.expression) : node
/** `LIST[code]`, of a constant in capitals. */
const isTable = (node: ts.Expression): boolean =>
  ts.isElementAccessExpression(node) && /^[A-Z][A-Z_]+$/.test(node.expression.getText())
const isSearch = (node: ts.Expression): boolean =>
  (ts.isCallExpression(node) &&
    /(?:\.|^)(?:find|findLast|match|get|at|to[A-Z]\w*)$/.test(node.expression.getText())) ||
  (ts.isPropertyAccessExpression(node) && node.questionDotToken !== undefined && isSearch(node.expression)) ||
  ts.isElementAccessExpression(node)

const RULES: Readonly<Record<string, Rule>> = {
  'puts a default in the place of a code that was looked up': (node) => {
    if (!ts.isBinaryExpression(node)) return false
    const { kind } = node.operatorToken
    if (kind !== ts.SyntaxKind.QuestionQuestionToken && kind !== ts.SyntaxKind.BarBarToken) return false
    const left = skip(node.left)
    if (isTable(left)) return true
    if (!isSearch(left)) return false
    // The first one of the same list, or of its vocabulary.
    const list = ts.isCallExpression(left) ? left.expression.getText().replace(/\.\w+$/, '') : ''
    const first = node.right.getText().replace(/\.codes/g, '')
    return isText(node.right) || (list !== '' && first === `${list.replace(/\.codes/g, '')}[0]`)
  },
  'reads one stored code and takes another for the rest': (node) => {
    if (!ts.isConditionalExpression(node) || !node.getSourceFile().fileName.endsWith('.data.ts')) return false
    const [asked, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map(skip)
    return (
      asked !== undefined &&
      ts.isBinaryExpression(asked) &&
      asked.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
      isText(asked.right) &&
      isText(yes) &&
      isText(no) &&
      asked.right.getText() === yes?.getText()
    )
  },
  'catches the rest of a switch without naming it': (node) => {
    if (!ts.isDefaultClause(node)) return false
    const [first] = node.statements
    if (first === undefined) return true
    const isNamed = ts.isExpressionStatement(first) && /^rest\(/.test(first.getText())
    return !isNamed && !ts.isThrowStatement(first)
  },
  'takes a position for a rank': (node) =>
    ts.isCallExpression(node) &&
    /\.(?:indexOf|findIndex)$/.test(node.expression.getText()) &&
    ts.isBinaryExpression(node.parent) &&
    [ts.SyntaxKind.MinusToken, ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken].includes(
      node.parent.operatorToken.kind,
    ) &&
    !ts.isNumericLiteral(node.parent.right),
}

/** @returns what a source does, as `rule: text` */
const findingsIn = (file: string, source: string): string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    for (const [what, applies] of Object.entries(RULES))
      if (applies(node)) found.push(`${file} ${what}: ${node.getText().replace(/\s+/g, ' ').slice(0, 90)}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

describe('a code', () => {
  it('is never taken for another one', () => {
    const found = files.flatMap((file) => (file in MAY_FALL_BACK ? [] : findingsIn(file, read(file))))
    expect(found).toEqual([])
  })

  it('has an exception only where there is something to except', () => {
    expect(Object.keys(MAY_FALL_BACK).filter((file) => findingsIn(file, read(file)).length === 0)).toEqual([])
  })

  it.each([
    "const region = REGIONS.codes.find((one) => one === text) ?? 'brussels'",
    "const region = list.find(({ code }) => code === text)?.code ?? 'brussels'",
    "const severity = SEVERITIES.match(text) || 'info'",
    'const aid = AIDS.codes.find((one) => one === text) ?? AIDS.codes[0]',
    'const table = tables.find(({ id }) => id === asked) ?? tables[0]',
    'const word = WORD_OF[event] ?? other',
    "const kind = kinds[0] ?? 'note'",
    "const locale = toLocale(text) ?? 'en'",
    "switch (kind) { case 'note': return 1; default: return 0 }",
    "const period = { kind: row.kind === 'year' ? ('year' as const) : ('quarter' as const) }",
    'const stronger = outcomes.indexOf(a) - outcomes.indexOf(b) > 0',
    'const isStronger = STRENGTH.indexOf(a) > STRENGTH.indexOf(b)',
  ])('is red for %s', (source) => {
    expect(findingsIn('x.data.ts', source)).not.toEqual([])
  })

  it.each([
    "const fields = { sort: row?.sort ?? 'plain' }",
    'const found = rows.find(({ id }) => id === asked) ?? null',
    "switch (kind) { case 'note': return 1; default: rest(kind, 'call meeting'); return 0 }",
    "switch (kind) { case 'note': return 1; default: throw new Error('no kind') }",
    'const isThere = rows.findIndex((row) => row.id === id) > 0',
  ])('is green for %s', (source) => {
    expect(findingsIn('x.data.ts', source)).toEqual([])
  })
})
