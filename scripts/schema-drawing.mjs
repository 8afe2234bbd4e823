// docs/schema.md from prisma/schema: the rooms and how they hang together, then a drawing for each room. `npm run db -- draw`
// writes it; a test compares, so that it cannot rot.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ column: string, type: string, isOptional: boolean, isId: boolean }} Column */
/** @typedef {{ columns: string[], to: string, isOptional: boolean, isUnique: boolean }} Link */
/** @typedef {{ name: string, table: string, room: string, says: string, columns: Column[], links: Link[] }} Model */

const TYPES = /** @type {Record<string, string>} */ ({
  String: 'text',
  Int: 'int',
  BigInt: 'bigint',
  Float: 'float',
  Boolean: 'bool',
  DateTime: 'moment',
  Json: 'json',
  Bytes: 'bytes',
})

/** @param {string} type @param {string} rest */
const typeOf = (type, rest) => {
  if (rest.includes('@db.Uuid')) return 'uuid'
  if (rest.includes('@db.Date')) return 'day'
  return TYPES[type] ?? 'word'
}

/** @param {string} list @returns {string[]} */
const namesIn = (list) => list.split(',').map((name) => name.trim().replace(/\(.*/, ''))

/**
 * @param {string} line
 * @param {ReadonlySet<string>} models
 * @param {ReadonlySet<string>} keys fields of a key over several columns
 */
function readField(line, models, keys) {
  const found = /^\s{2,}(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/.exec(line)
  if (found === null || models.has(found[2] ?? '')) return null
  const [, name = '', type = '', list = '', optional = '', rest = ''] = found
  const column = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name
  const isId = /@id\b/.test(rest) || keys.has(name)
  return { name, column: { column, type: typeOf(type, rest) + list, isOptional: optional !== '', isId } }
}

/** @param {string} text of one schema file @param {string} room @param {ReadonlySet<string>} models @returns {Model[]} */
function readModels(text, room, models) {
  return [...text.matchAll(/((?:^\/\/\/ .*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
    ([, comment = '', name = '', body = '']) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name
      const keys = new Set(namesIn(/@@id\(\[([^\]]*)\]/.exec(body)?.[1] ?? ''))
      const unique = new Set(
        [...body.matchAll(/@@unique\(\[([^\]]*)\]/g)].map(([, list = '']) => namesIn(list).join()),
      )
      const lines = body.split('\n').filter((line) => !/^\s*(\/\/|@@)/.test(line))
      const fields = lines.flatMap((line) => readField(line, models, keys) ?? [])
      const columnOf = new Map(fields.map((field) => [field.name, field.column.column]))
      const links = lines.flatMap((line) => {
        const found = /^\s{2,}\w+\s+(\w+)(\?)?\s+@relation\(.*fields: \[([^\]]*)\]/.exec(line)
        if (found === null) return []
        const own = namesIn(found[3] ?? '')
        const isUnique =
          unique.has(own.join()) ||
          own.every((field) => lines.some((one) => new RegExp(`^\\s+${field}\\s.*@(id|unique)\\b`).test(one)))
        return [
          {
            columns: own.map((field) => columnOf.get(field) ?? field),
            to: found[1] ?? '',
            isOptional: found[2] !== undefined,
            isUnique,
          },
        ]
      })
      const says = comment
        .replace(/^\/\/\/ ?/gm, '')
        .replace(/\s+/g, ' ')
        .trim()
      return { name, table, room, says, columns: fields.map(({ column }) => column), links }
    },
  )
}

/** @param {string} root the checkout @returns {Model[]} */
export function readSchema(root) {
  const folder = join(root, 'prisma/schema')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.prisma') && name !== 'main.prisma')
    .sort()
  const texts = files.map((name) => ({
    room: name.replace('.prisma', ''),
    text: readFileSync(join(folder, name), 'utf8'),
  }))
  const names = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(/^model (\w+)/gm)].map(([, name = '']) => name)),
  )
  return texts.flatMap(({ text, room }) => readModels(text, room, names))
}

// Copies that triggers keep and the number of an edit stand in most tables; a colleague stands behind almost every row.
const EVERYWHERE = new Set(['team_id', 'secrecy', 'version'])
const HUB = 'staff'

/** @param {Model[]} models @returns {string[]} */
function drawOverview(models) {
  const roomOf = new Map(models.map(({ name, room }) => [name, room]))
  const arrows = new Set(
    models.flatMap(({ room, links }) =>
      links.flatMap(({ to }) => {
        const other = roomOf.get(to) ?? room
        return other === room || other === 'accounts' ? [] : [`  ${room} --> ${other}`]
      }),
    ),
  )
  const rooms = [...new Set(models.map(({ room }) => room))]
  const boxes = rooms.map((room) => {
    const count = models.filter((model) => model.room === room).length
    return `  ${room}["${room}<br/>${count} ${count === 1 ? 'table' : 'tables'}"]`
  })
  return ['```mermaid', 'flowchart LR', ...boxes, ...[...arrows].sort(), '```']
}

/** @param {Model[]} models @param {string} room @returns {string[]} */
function drawRoom(models, room) {
  const tableOf = new Map(models.map(({ name, table }) => [name, table]))
  const own = models.filter((model) => model.room === room)
  const entities = own.flatMap(({ table, columns, links }) => {
    const keys = new Set(links.flatMap((link) => link.columns))
    const shown = columns.filter(({ column }) => !EVERYWHERE.has(column))
    return [
      `  ${table} {`,
      ...shown.map(({ column, type, isId, isOptional }) => {
        const marks = [isId ? 'PK' : '', keys.has(column) ? 'FK' : '']
          .filter((mark) => mark !== '')
          .join(', ')
        return `    ${type} ${column}${marks === '' ? '' : ` ${marks}`}${isOptional ? ' "may be empty"' : ''}`
      }),
      '  }',
    ]
  })
  const lines = own.flatMap(({ table, links }) =>
    links.flatMap(({ to, columns, isOptional, isUnique }) => {
      const other = tableOf.get(to) ?? to
      // Who wrote a row is in its columns; an arrow for each would hide everything else.
      if ((other === HUB && room !== 'accounts') || columns.every((column) => EVERYWHERE.has(column)))
        return []
      return [
        `  ${other} ${isOptional ? '|o' : '||'}--${isUnique ? 'o|' : 'o{'} ${table} : "${columns.join(', ')}"`,
      ]
    }),
  )
  const words = own.map(({ table, says }) => `- \`${table}\`${says === '' ? '' : `: ${says}`}`)
  return [`## ${room}`, '', ...words, '', '```mermaid', 'erDiagram', ...entities, ...lines, '```', '']
}

/** docs/schema.md as it should stand. @param {string} root the checkout @returns {string} */
export function drawSchema(root) {
  const models = readSchema(root)
  const rooms = [...new Set(models.map(({ room }) => room))]
  return [
    '# Schema',
    '',
    'Written by `npm run db -- draw` from `prisma/schema`; a test fails when it is out of date.',
    '',
    `${models.length} tables in ${rooms.length} rooms. Almost everything hangs on a file (\`case_file\`), and a person is reached through`,
    'a file only. An arrow below goes from the room that holds a key to the room it points to. Not drawn, because they are',
    'everywhere: the colleague behind a row (`staff`), `team_id` and `secrecy` (copies of the file’s, kept by a trigger, which',
    'the policies of row-level security read) and `version` (the number of an edit, for conflicts).',
    '',
    ...drawOverview(models),
    '',
    `Rooms: ${rooms.map((room) => `[${room}](#${room})`).join(' · ')}`,
    '',
    ...rooms.flatMap((room) => drawRoom(models, room)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

/** @param {string} root the checkout */
export const schemaPath = (root) => join(root, 'docs/schema.md')

/** @param {string} root the checkout */
export const writeSchemaDrawing = (root) => writeFileSync(schemaPath(root), drawSchema(root))
