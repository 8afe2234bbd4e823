import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawArchitecture } from '../../scripts/architecture-drawing.mjs'
import { drawSchema, readSchema } from '../../scripts/schema-drawing.mjs'
import { listFiles, read, root } from './walk'

const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  ...listFiles('docs', (file) => file.endsWith('.md')),
]
const decisions = listFiles('docs/adr', (file) => /\/\d{4}-[^/]+\.md$/.test(file))
const isThere = (place: string) => fs.existsSync(path.join(root, place))
const foldersOf = (place: string) =>
  fs
    .readdirSync(path.join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${place}/${entry.name}`)

describe('the documents', () => {
  it.each(['README.md', 'CHANGELOG.md', 'docs/map.md', 'docs/glossary.md', 'docs/runbook.md'])(
    '%s is there',
    (file) => {
      expect(isThere(file) && read(file).length > 200).toBe(true)
    },
  )

  it('link only to what exists', () => {
    const dead = documents.filter(isThere).flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
        .map(([, to]) => to ?? '')
        .filter((to) => !/^(https?|mailto):/.test(to) && !isThere(path.join(path.dirname(file), to)))
        .map((to) => `${file} → ${to}`),
    )
    expect(dead).toEqual([])
  })

  it('name only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const asked = documents
      .filter(isThere)
      .flatMap((file) =>
        [...read(file).matchAll(/(?:^|`| )npm (?:run )?([a-z]+)\b[^`\n]*(?=`)/gm)].map(
          ([, name]) => name ?? '',
        ),
      )
    const known = new Set([...Object.keys(scripts), 'install', 'ci', 'run', 'audit'])
    expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([])
  })

  it('the changelog says what is unreleased', () => {
    expect(read('CHANGELOG.md')).toMatch(/^## (\[)?Unreleased/m)
  })
})

describe('the drawing of the architecture', () => {
  it('is that of the code: npm run db -- draw', () => {
    expect(read('docs/architecture.md')).toBe(drawArchitecture(root))
  })
})

describe('the drawing of the schema', () => {
  it('is that of the schema files: npm run db -- draw', () => {
    expect(read('docs/schema.md')).toBe(drawSchema(root))
  })

  it('shows every table, with the room it stands in and what it hangs on', () => {
    const models = readSchema(root)
    const text = read('docs/schema.md')
    expect(models.length).toBeGreaterThan(70)
    for (const { table, room } of models) {
      const own = text.slice(text.indexOf(`\n## ${room}\n`)).split('\n## ')[1] ?? ''
      expect(own).toContain(`  ${table} {`)
    }
    expect(text).toContain('case_file ||--o{ deadline : "case_id"')
    expect(text).toContain('person ||--o{ age_claim : "person_id"')
  })
})

describe('the decisions', () => {
  // A number is taken when work on a decision begins, so that two branches never share one; they land in any order.
  it('have one number each', () => {
    const numbers = decisions.map((file) => Number(path.basename(file).slice(0, 4)))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(decisions.length).toBeGreaterThanOrEqual(11)
  })

  it('are each in the index', () => {
    const index = read('docs/adr/README.md')
    expect(decisions.slice(1).filter((file) => !index.includes(`(${path.basename(file)})`))).toEqual([])
  })

  it.each(decisions.slice(1))('%s has status, context, decision and cost', (file) => {
    const text = read(file)
    for (const heading of ['Context', 'Decision', 'Cost'])
      expect(text).toMatch(new RegExp(`^## ${heading}`, 'm'))
    expect(text).toMatch(/\b(accepted|superseded|proposed)\b/i)
  })
})

describe('the map', () => {
  it('names every folder of the application', () => {
    const map = read('docs/map.md')
    const rooms = map.slice(map.indexOf('## Subjects'), map.indexOf('## Foundations'))
    const names = foldersOf('lib').map((folder) => path.basename(folder))
    const unnamed = names.filter((name) => !map.includes(`\`lib/${name}\``) && !rooms.includes(`\`${name}\``))
    expect(unnamed).toEqual([])
  })

  it('draws the layers as the arrows have them, every folder of lib in exactly one', () => {
    const map = read('docs/map.md')
    const [, picture = ''] = map.slice(map.indexOf('## Layers')).split('```')
    const drawn = new Map<string, string[]>()
    let layer = ''
    for (const line of picture.split('\n').filter((one) => one.trim() !== '')) {
      layer = line.slice(0, 13).trim() || layer
      const names = line
        .slice(13)
        .split('·')
        .map((one) => one.trim())
        .filter((one) => one !== '')
      drawn.set(layer, [...(drawn.get(layer) ?? []), ...names])
    }
    const lists: Record<string, string[]> = JSON.parse(read('lib/layers.json'))
    const listed = Object.values(lists).flat()
    const folders = foldersOf('lib').map((folder) => path.basename(folder))
    expect(listed.filter((name) => !folders.includes(name))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
    drawn.delete('pages')
    expect(Object.fromEntries(drawn)).toEqual({
      ...lists,
      rooms: folders.filter((name) => !listed.includes(name)).sort(),
    })
  })

  it('names no folder that is not there', () => {
    const named = [
      ...read('docs/map.md').matchAll(
        /`((?:app|lib|components|prisma|docs|scripts|tests|messages)\/[^`*<>]*)`/g,
      ),
    ].map(([, place]) => place ?? '')
    expect(named.filter((place) => !isThere(place))).toEqual([])
  })
})
