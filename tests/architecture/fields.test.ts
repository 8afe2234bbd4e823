import ts from 'typescript'
import { expect, it } from 'vitest'
import { controlDefaults } from '@/components/forms/field'
import { listFiles, read } from './walk'

// A browser writes what stands in open fields to its profile, in clear, to restore them after a restart; `autocomplete` is what
// it asks first. tests/e2e/profile.spec.ts searches a profile.

const TYPED = new Set(['input', 'textarea', 'select', 'form'])
/** What password managers fill in to sign in, and nothing else. */
const SIGN_IN = new Set(['username', 'current-password', 'new-password', 'one-time-code'])

type Tag = ts.JsxOpeningElement | ts.JsxSelfClosingElement

const saidIn = (tag: Tag, name: string): string | null => {
  for (const one of tag.attributes.properties)
    if (ts.isJsxAttribute(one) && one.name.getText() === name)
      return one.initializer !== undefined && ts.isStringLiteral(one.initializer) ? one.initializer.text : ''
  return null
}
const hasDefaults = (tag: Tag): boolean =>
  tag.attributes.properties.some(
    (one) => ts.isJsxSpreadAttribute(one) && one.expression.getText().startsWith('controlDefaults('),
  )

const tagsOf = (file: string, source: string): Tag[] => {
  const tags: Tag[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) tags.push(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return tags
}

/** Elements of a source of which a browser would keep what is typed. */
const kept = (file: string, source: string): string[] =>
  tagsOf(file, source)
    .filter((tag) => {
      const said = saidIn(tag, 'autoComplete')
      // A phone is prepared with the password again (docs/adr/0157).
      const asksWho =
        file.startsWith('components/accounts/') || file === 'components/offline/prepare-page.tsx'
      const mayFill = asksWho && said !== null && SIGN_IN.has(said)
      if (!TYPED.has(tag.tagName.getText())) return said !== null && !mayFill
      if (saidIn(tag, 'type') === 'hidden') return false
      return !(said === 'off' || mayFill || (said === null && hasDefaults(tag)))
    })
    .map((tag) => `${file}: ${tag.getText().slice(0, 80)}`)

const pages = ['app', 'components', 'lib'].flatMap((folder) =>
  listFiles(folder, (file) => file.endsWith('.tsx')),
)

it('no field and no form lets the browser keep what is typed, but for signing in', () => {
  expect(pages.flatMap((file) => kept(file, read(file)))).toEqual([])
  expect(pages.flatMap((file) => tagsOf(file, read(file))).length).toBeGreaterThan(1000)
})

it('what every control of the kit has says so itself', () => {
  for (const error of [null, 'Missing'])
    expect(controlDefaults({ id: 'a', error, describedBy: undefined })).toMatchObject({ autoComplete: 'off' })
})

it('the page for outsiders, which is written as text, neither', () => {
  const page = read('components/referrals/outside-page.ts')
  const tags = page.match(/<(input|textarea|select|form)\b[^>]*>/g) ?? []
  expect(tags.length).toBeGreaterThan(1)
  expect(tags.filter((tag) => !tag.includes('autocomplete="off"'))).toEqual([])
})

it.each([
  '<textarea name="text" />',
  '<form><b /></form>',
  '<input autoComplete="on" />',
  '<input autoComplete="name" {...controlDefaults(facts)} />',
  '<TextField name="name" autoComplete="username" />',
  '<select {...field}></select>',
])('finds %s', (source) => {
  expect(kept('components/cases/x.tsx', `const x = ${source}`)).toHaveLength(1)
})

/** Forms in which sentences are written and of which nothing is kept, and why. */
const NO_DRAFT = new Map([
  [
    'components/caseload/bulk-form.tsx',
    'the reason is about files that are chosen on the page, and the choice ends with it',
  ],
  [
    'components/circles/glass-form.tsx',
    'the code of a restricted file with a reason beside it does not belong on a device',
  ],
])

const writes = (tag: Tag): boolean => {
  let found = false
  const visit = (node: ts.Node): void => {
    if (
      (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) &&
      /^(Text|Slash)Area$/.test(node.tagName.getText())
    )
      found = true
    ts.forEachChild(node, visit)
  }
  visit(tag.parent)
  return found
}

it('every form in which sentences are written keeps a draft of them', () => {
  const without = pages
    .filter((file) => !file.startsWith('components/forms/'))
    .filter((file) =>
      tagsOf(file, read(file)).some(
        (tag) => tag.tagName.getText() === 'Form' && saidIn(tag, 'draftKey') === null && writes(tag),
      ),
    )
  expect(without).toEqual([...NO_DRAFT.keys()])
})
