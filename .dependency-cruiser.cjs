// What may import what. Regular expressions on folders and suffixes, so that a new room is guarded the day it is born.
const { foundations, core, outputs } = require('./lib/layers.json')

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

// The layers of lib and components (docs/adr/0113). Tests and handlers (*.actions.ts) put things together and may import every folder.
/** The frame around every page, and the pages without a network: like a page they may draw every room, and no room draws them. */
const PUT_TOGETHER = { lib: [], components: ['shell', 'offline'] }
const anyOf = (folders) => `(?:${folders.join('|')})`
const composing = '\\.(test|actions)\\.tsx?$'
const carried = [...foundations, ...core]
/** The one order under `root`, where the folders `first` carry what the lists name. */
const ordered = (root, first) => {
  const below = [...first, ...carried]
  const above = outputs.filter((folder) => !PUT_TOGETHER[root].includes(folder))
  return [
    ...below.map((folder, at) =>
      rule(
        `layers-${root}-${folder}`,
        `lib/layers.json lists what carries the rooms from the bottom up: ${folder} imports what stands before it, no room and no output.`,
        { path: `^${root}/${folder}/`, pathNot: composing },
        { path: `^${root}/(?!${anyOf(below.slice(0, at + 1))}/)[^/]+/` },
      ),
    ),
    rule(
      `layers-${root}-rooms`,
      'A folder that lib/layers.json does not name is a room: it imports foundations and core, never another room or an output.',
      {
        path: `^${root}/(?!${anyOf([...below, ...above, ...PUT_TOGETHER[root]])}/)([^/]+)/`,
        pathNot: composing,
      },
      { path: `^${root}/(?!${anyOf(below)}/)[^/]+/`, pathNot: `^${root}/$1/` },
    ),
    ...above.map((folder, at) =>
      rule(
        `layers-${root}-${folder}`,
        'An output imports everything below, and of the outputs those before it.',
        { path: `^${root}/${folder}/`, pathNot: composing },
        { path: `^${root}/${anyOf([...above.slice(at + 1), ...PUT_TOGETHER[root]])}/` },
      ),
    ),
  ]
}
const layers = [
  ...ordered('lib', []),
  ...ordered('components', ['ui', 'forms', 'registers', 'layout', 'drafts']),
  rule(
    'handlers-on-top',
    'A handler is called from a page or a form; what two of them share is in *.data.ts.',
    { path: '^lib/', pathNot: composing },
    { path: '^lib/.*\\.actions\\.ts$' },
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
      'one-generated-client',
      'Only lib/db/prisma.ts loads the generated client, which is in the build once (docs/adr/0192); others import its types.',
      { pathNot: '^(lib/db/prisma\\.ts$|lib/db/generated/|prisma/seed/|tests/)' },
      { path: '^lib/db/generated/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'db-behind-data-files',
      'Rows are touched in *.data.ts and by the handlers, nowhere else.',
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
      'Data files know no framework; permission is decided by the handler.',
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
      'A room uses another room’s rules, schema or data, never its components or actions; *-labels.ts says its facts and draws nothing. People and files are met in every room: what asks who somebody is and the frame of a file are drawn by all, and so are what takes a row of any register back the choice of a project, and what is said of an appointment.',
      { path: '^components/([^/]+)/', pathNot: '^components/(ui|forms|layout|shell|offline)/' },
      {
        path: '^components/([^/]+)/',
        pathNot:
          '^components/($1|ui|forms|layout|registers|people|cases|projects|appointments)/|-labels\\.ts$',
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
      'offline-knows-no-server',
      'What is kept on a phone has nothing that only a server has, and no router of its pages (docs/adr/0157).',
      { path: '^(components/offline|lib/(offline|device))/', pathNot: '\\.data\\.ts$' },
      {
        path: '(\\.(data|actions)\\.ts$|^lib/(db|server|crypto)/|^node_modules/next/)',
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
