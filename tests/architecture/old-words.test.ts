import path from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { listFiles, read } from './walk'

/**
 * Words that the code does not use any more, and the one to use (docs/glossary.md). `stays`: identifiers that are stored, as
 * docs/stored-names.md says, and those that mean the thing itself. A name after a dot or before a colon is marked with a dot.
 */
const OLD: Readonly<Record<string, { readonly say: string; readonly stays: readonly string[] }>> = {
  trail: { say: 'audit log', stays: ['trail_base in SQL'] },
  door: { say: 'handler; of what is sent, action', stays: ['closeDoor', '.door'] },
  doors: { say: 'handlers', stays: [] },
  deed: { say: 'command', stays: [] },
  deeds: { say: 'commands', stays: [] },
  plate: { say: 'metadata', stays: [] },
  hang: { say: 'withMetadata', stays: [] },
  house: {
    say: 'organisation, application, app shell or test server',
    // Arguments of functions: PostgreSQL does not replace a function that names them otherwise.
    stays: ['house in SQL'],
  },
  houses: { say: 'organisations', stays: [] },
  vault: { say: 'fieldCrypto, or suspects', stays: ['.vault'] },
  // A file is sealed and unsealed, and so is a text for the server alone (lib/device); a field is encrypted, the audit log has checkpoints.
  seal: {
    say: 'encrypt, or checkpoint',
    stays: [
      // A text that leaves a phone is sealed to a key of the server (docs/adr/0154); the library says it too.
      'seal',
      '.seal',
      '.audit_seal',
      '.seal_number',
      '.seal_chain',
      'seal_number in SQL',
      'seal_chain in SQL',
      'audit_seal in SQL',
      'audit_seal_range in SQL',
      'audit_seal_signed in SQL',
    ],
  },
  seals: { say: 'encrypts, or checkpoints', stays: [] },
  // An argument again.
  standing: { say: 'current', stays: ['standing in SQL'] },
  hers: { say: 'theirs', stays: [] },
  whoever: { say: 'the person, the actor', stays: [] },
  somebody: { say: 'the person, the actor', stays: ['task_done_by_somebody in SQL'] },
  // A case of a measurement beside sealed and open: the code of no file.
  nobody: { say: 'no one, none', stays: ['.nobody'] },
  // A brother born on the same day is a twin.
  twin: {
    say: 'duplicate',
    stays: ['.twin_check', 'twin_check in SQL', 'twin in SQL', '.possible_twin', '.twin', 'twin'],
  },
  twins: { say: 'duplicates', stays: [] },
}

const wordsIn = (name: string): string[] =>
  name
    .replace(/ in SQL$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)

const oldOnes = (name: string): string[] =>
  wordsIn(name).filter((word) => Object.hasOwn(OLD, word) && OLD[word]?.stays.includes(name) === false)

/** Names in a file of TypeScript or JavaScript: of a field with a dot before it. */
const namesOf = (file: string): string[] => {
  // Parsed only where one of the words stands at all.
  if (!wordsIn(read(file)).some((word) => Object.hasOwn(OLD, word))) return []
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node
      const isField =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node) ||
        ts.isShorthandPropertyAssignment(parent)
      names.add(isField ? `.${node.text}` : node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true))
  return [...names]
}

const code = ['app', 'components', 'lib', 'prisma/seed', 'scripts', 'tests']
  .flatMap((folder) => listFiles(folder, (file) => /\.(ts|tsx|mjs)$/.test(file)))
  .filter((file) => file !== 'tests/architecture/old-words.test.ts')
const sql = listFiles('prisma/sql', (file) => file.endsWith('.sql'))

it('the code says each thing by its word: no old one is left in a name', () => {
  const found = [
    ...code.flatMap((file) => namesOf(file).map((name) => [file, name] as const)),
    ...sql.flatMap((file) =>
      [
        ...read(file)
          .replace(/--.*|'[^']*'/g, '')
          .matchAll(/\b[a-z]\w*/g),
      ].map(([name]) => [file, `${name} in SQL`] as const),
    ),
    ...code.map((file) => [file, path.basename(file).replace(/\..*/, '')] as const),
    ...sql.map((file) => [file, `${path.basename(file, '.sql')} in SQL`] as const),
  ].flatMap(([file, name]) =>
    oldOnes(name).map((word) => `${file}: ${name} (say ${OLD[word]?.say ?? 'another word'})`),
  )
  expect([...new Set(found)]).toEqual([])
})

it('comments say who does something: the person, the actor, they', () => {
  const found = [...code, ...sql].flatMap((file) =>
    [...read(file).matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)(?:\/\/|--) [^\n]*/g)].flatMap(([comment]) =>
      [...comment.matchAll(/\b(whoever|nobody|somebody|anybody|she|herself)\b/gi)].map(
        ([word]) => `${file}: ${word} in "${comment.trim().slice(0, 80)}"`,
      ),
    ),
  )
  expect(found).toEqual([])
})
