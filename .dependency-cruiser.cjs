// What may import what. Regular expressions on folders and suffixes, so that a new room is guarded the day it is born.
const { foundations, core, outputs, known } = require('./lib/layers.json')

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** What a folder of lib may not import: every other folder but those in `below`. Tests compose as they like. */
const layer = (folder, below) =>
  rule(
    `layers-${folder}`,
    'Imports go down only: lib/layers.json from the first to the last, rooms between core and outputs (docs/adr/0113).',
    { path: `^lib/${folder}/`, pathNot: '\\.test\\.ts$' },
    { path: `^lib/(?!(?:${[folder, ...below, ...(known[folder] ?? [])].join('|')})/)[^/]+/` },
  )
const before = (list, folder) => list.slice(0, list.indexOf(folder))
const carried = [...foundations, ...core]
const listed = [...carried, ...outputs]
const layers = [
  ...carried.map((folder) => layer(folder, before(carried, folder))),
  // A folder that no list names is a room.
  rule(
    'layers-rooms',
    'A room imports foundations and core, never another room or an output (docs/adr/0113).',
    {
      path: `^lib/(?!(?:${[...listed, ...Object.keys(known)].join('|')})/)([^/]+)/`,
      pathNot: '\\.test\\.ts$',
    },
    { path: `^lib/(?!(?:${carried.join('|')})/)[^/]+/`, pathNot: '^lib/$1/' },
  ),
  ...Object.keys(known)
    .filter((folder) => !listed.includes(folder))
    .map((folder) => layer(folder, carried)),
  ...outputs.map((folder) =>
    rule(
      `layers-${folder}`,
      'An output imports everything but the outputs after it (docs/adr/0113).',
      { path: `^lib/${folder}/`, pathNot: '\\.test\\.ts$' },
      { path: `^lib/(?:${[...outputs.slice(outputs.indexOf(folder) + 1), '-'].join('|')})/` },
    ),
  ),
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    rule(
      'no-circles',
      'Two files that need each other are one file, or three.',
      { pathNot: '^lib/db/generated/' },
      { circular: true },
    ),
    rule(
      'prisma-client-in-db-only',
      'Only lib/db opens the database; everything else takes a Work.',
      { pathNot: '^(lib/db/|lib/access/scope\\.ts$|prisma/seed/|tests/)' },
      { path: '^lib/db/generated/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'db-behind-data-files',
      'Rows are touched in *.data.ts and by the doors, nowhere else.',
      { path: '^(lib|components|app)/', pathNot: '(\\.data\\.ts$|^lib/(db|server|access)/|\\.test\\.ts$)' },
      { path: '^lib/db/', pathNot: '^lib/db/(errors|events)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'rules-are-pure',
      'What is true in the trade needs no framework, no database and no clock.',
      { path: '\\.rules\\.ts$' },
      {
        path: '(^node_modules/(?!otpauth)|^lib/(db|server|crypto)/|\\.(data|actions|schema|view)\\.tsx?$|^(app|components)/)',
      },
    ),
    rule(
      'schemas-know-no-database',
      'The browser holds the same schema.',
      { path: '\\.schema\\.ts$' },
      { path: '(^lib/(db|server|crypto)/|\\.(data|actions|view)\\.tsx?$|^(app|components)/)' },
    ),
    rule(
      'views-fetch-nothing',
      'A view turns a row into what is shown.',
      { path: '\\.view\\.ts$' },
      {
        path: '(^lib/(db|server|crypto)/|\\.(data|actions)\\.tsx?$|^(app|components)/)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'data-decides-nothing',
      'Data files know no framework; permission is the door’s word.',
      { path: '\\.data\\.ts$' },
      { path: '(^node_modules/(next|react)/|^lib/access/can\\.ts$|\\.actions\\.ts$|^(app|components)/)' },
    ),
    rule(
      'sessions-in-handlers',
      'Handlers read sessions, cookies and headers; what they call is given a Work, which opens others of its session (work.apart, work.figures).',
      {
        path: '^(lib|components)/',
        pathNot: '(^lib/server/|\\.actions\\.ts$|^lib/accounts/(session-cookie|auth)\\.ts$|\\.test\\.ts$)',
      },
      { path: '^(lib/server/(session|in-session)\\.ts$|node_modules/next/headers)' },
    ),
    rule(
      'components-fetch-nothing',
      'What is seen gets its data as props.',
      { path: '^components/' },
      { path: '(\\.data\\.ts$|^lib/(db|crypto)/)', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'rooms-meet-at-rules',
      'A room uses another room’s rules, schema or data, never its components or actions; *-words.ts says its facts and draws nothing. A person is met in every room: what asks who somebody is belongs to people and is drawn by all, and so is what takes a row of any register back.',
      { path: '^components/([^/]+)/', pathNot: '^components/(ui|forms|layout)/' },
      {
        path: '^components/([^/]+)/',
        pathNot: '^components/($1|ui|forms|layout|people|registers)/|-words\\.ts$',
      },
    ),
    rule(
      'ui-knows-no-trade',
      'Primitives carry no trade words.',
      { path: '^components/(ui|forms)/' },
      {
        path: '^(components/(?!ui|forms)|lib/(?!shared|server/answer|drafts|i18n))',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'pages-are-thin',
      'A page enters, loads and shows.',
      { path: '^app/.*page\\.tsx$' },
      { path: '^lib/(db|crypto)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^\\.next|^\\.data|^node_modules/.*\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
