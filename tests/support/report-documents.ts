import type { ReportBlock, ReportChart, ReportDocument, ReportTable } from '@/lib/reporting/document.rules'

// Invented reports, as an organisation would hand them in: every kind of block, in four languages.

type Language = ReportDocument['language']

type Texts = {
  readonly title: string
  readonly mark: string
  readonly copy: string
  readonly chapters: readonly [string, string, string, string]
  readonly sentence: string
  readonly places: readonly string[]
  readonly columns: readonly string[]
  readonly place: string
  readonly all: string
  readonly caption: string
  readonly note: string
  readonly month: string
  readonly months: readonly string[]
  readonly chartTitle: string
  readonly alternative: string
  readonly own: string
  readonly need: readonly string[]
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  nl: ['jan.', 'feb.', 'mrt.', 'apr.', 'mei', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  de: ['Jän.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    title: 'Detention programme, 2026',
    mark: 'INTERNAL: exact numbers, do not publish',
    copy: 'Copy 14, A. Dubois, 30 November 2026, 08:12',
    chapters: ['The year in figures', 'Who we met', 'How long it lasted', 'Caricole'],
    sentence: '457 people, 202 of them in Caricole or Merksplas.',
    places: [
      'Transit centre Caricole',
      'Repatriation centre 127bis',
      'Closed centre Merksplas',
      'Closed centre Bruges',
      'Closed centre Vottem',
      'Closed centre Holsbeek',
      'Return homes',
    ],
    columns: ['People', 'Women', 'Men', 'Minors', 'Visits', 'Released', 'Removed', 'Median days'],
    place: 'Place',
    all: 'All places',
    caption: 'People met, by place, 1 January to 30 November 2026',
    note: 'Each person counts once, where we met them most often. Minors are also counted as women or men.',
    month: 'Month',
    months: MONTHS.en,
    chartTitle: 'Most people in October: 71',
    alternative: 'People met, by month: 38 in January, rising to 71 in October, 64 in November.',
    own: 'Observations of the team',
    need: ['Asked', 'Ill', 'Not recorded'],
  },
  fr: {
    title: 'Programme détention, 2026',
    mark: 'INTERNE\u00a0: chiffres exacts, ne pas publier',
    copy: 'Exemplaire 14, A. Dubois, 30 novembre 2026, 08:12',
    chapters: ['L’année en chiffres', 'Qui nous avons rencontré', 'Combien de temps', 'Caricole'],
    sentence: '457 personnes, dont 202 dans deux lieux\u00a0: Caricole et Merksplas.',
    places: [
      'Centre de transit Caricole',
      'Centre de rapatriement 127bis',
      'Centre fermé de Merksplas',
      'Centre fermé de Bruges',
      'Centre fermé de Vottem',
      'Centre fermé de Holsbeek',
      'Maisons de retour',
    ],
    columns: [
      'Personnes',
      'Femmes',
      'Hommes',
      'Mineur·es',
      'Visites',
      'Libérations',
      'Éloignements',
      'Jours (médiane)',
    ],
    place: 'Lieu',
    all: 'Tous les lieux',
    caption: 'Personnes rencontrées, par lieu, du 1er janvier au 30 novembre 2026',
    note: 'Chaque personne compte une fois, là où nous l’avons rencontrée le plus souvent.',
    month: 'Mois',
    months: MONTHS.fr,
    chartTitle: 'Le plus en octobre\u00a0: 71',
    alternative: 'Personnes rencontrées par mois\u00a0: 38 en janvier, 71 en octobre, 64 en novembre.',
    own: 'Observations de l’équipe',
    need: ['Demandé', 'Malade', 'Non noté'],
  },
  nl: {
    title: 'Programma detentie, 2026',
    mark: 'INTERN: exacte cijfers, niet publiceren',
    copy: 'Exemplaar 14, A. Dubois, 30 november 2026, 08:12',
    chapters: ['Het jaar in cijfers', 'Wie we ontmoetten', 'Hoelang het duurde', 'Caricole'],
    sentence: '457 personen, daarvan 202 op twee plaatsen: Caricole en Merksplas.',
    places: [
      'Transitcentrum Caricole',
      'Repatriëringscentrum 127bis',
      'Gesloten centrum Merksplas',
      'Gesloten centrum Brugge',
      'Gesloten centrum Vottem',
      'Gesloten centrum Holsbeek',
      'Terugkeerwoningen',
    ],
    columns: [
      'Personen',
      'Vrouwen',
      'Mannen',
      'Minderjarigen',
      'Bezoeken',
      'Vrijgelaten',
      'Verwijderd',
      'Dagen (mediaan)',
    ],
    place: 'Plaats',
    all: 'Alle plaatsen',
    caption: 'Ontmoete personen, per plaats, 1 januari tot 30 november 2026',
    note: 'Iedereen telt één keer, waar we die persoon het vaakst ontmoetten.',
    month: 'Maand',
    months: MONTHS.nl,
    chartTitle: 'Het meest in oktober: 71',
    alternative: 'Ontmoete personen per maand: 38 in januari, 71 in oktober, 64 in november.',
    own: 'Vaststellingen van het team',
    need: ['Gevraagd', 'Ziek', 'Niet genoteerd'],
  },
  de: {
    title: 'Programm Haft, 2026',
    mark: 'INTERN: genaue Zahlen, nicht veröffentlichen',
    copy: 'Exemplar 14, A. Dubois, 30. November 2026, 08:12',
    chapters: ['Das Jahr in Zahlen', 'Wen wir trafen', 'Wie lange es dauerte', 'Caricole'],
    sentence: '457 Personen, davon 202 an zwei Orten: Caricole und Merksplas.',
    places: [
      'Transitzentrum Caricole',
      'Rückführungszentrum 127bis',
      'Geschlossenes Zentrum Merksplas',
      'Geschlossenes Zentrum Brügge',
      'Geschlossenes Zentrum Vottem',
      'Geschlossenes Zentrum Holsbeek',
      'Rückkehrwohnungen',
    ],
    columns: [
      'Personen',
      'Frauen',
      'Männer',
      'Minderjährige',
      'Besuche',
      'Freigelassen',
      'Abgeschoben',
      'Tage (Median)',
    ],
    place: 'Ort',
    all: 'Alle Orte',
    caption: 'Getroffene Personen, nach Ort, 1. Januar bis 30. November 2026',
    note: 'Jede Person zählt einmal, dort, wo wir sie am häufigsten trafen.',
    month: 'Monat',
    months: MONTHS.de,
    chartTitle: 'Am meisten im Oktober: 71',
    alternative: 'Getroffene Personen nach Monat: 38 im Januar, 71 im Oktober, 64 im November.',
    own: 'Beobachtungen des Teams',
    need: ['Gefragt', 'Krank', 'Nicht erfasst'],
  },
}

const CELLS = [
  [118, 34, 84, 9, 92, 41, 38, 21],
  [71, 22, 49, 3, 61, 22, 27, 34],
  [84, 0, 84, 2, 58, 27, 34, 46],
  [62, 8, 54, 0, 44, 19, 25, 41],
  [57, 0, 57, 0, 40, 18, 24, 43],
  [38, 38, 0, 0, 33, 14, 12, 39],
  [27, 14, 13, 12, 25, 11, 9, null],
] as const
const TOTAL = [457, 116, 341, 26, 1353, 152, 169, 35] as const
const BY_MONTH = [38, 41, 44, 39, 46, 43, 35, 40, 58, 71, 64] as const

const placeTable = (texts: Texts): ReportTable => ({
  caption: texts.caption,
  rowsLabel: texts.place,
  columns: texts.columns.map((label, index) => ({
    id: `c${index}`,
    label,
    unit: index === 7 ? 'days' : 'count',
    sensitive: false,
  })),
  rows: [
    ...texts.places.map((label, index) => ({
      id: `r${index}`,
      label,
      kind: 'known' as const,
      cells: CELLS[index] ?? [],
    })),
    { id: 'total', label: texts.all, kind: 'total', cells: TOTAL },
  ],
  notes: [texts.note],
})

/** More columns than a page holds upright, under a sensitive heading. */
const wideTable = (texts: Texts): ReportTable => ({
  caption: `${texts.caption} (2)`,
  rowsLabel: texts.place,
  columns: [...texts.months.slice(0, 11), ...texts.need].map((label, index) => ({
    id: `w${index}`,
    label,
    unit: 'count',
    sensitive: index > 10,
  })),
  rows: texts.places.map((label, row) => ({
    id: `r${row}`,
    label,
    kind: 'known',
    cells: Array.from({ length: 14 }, (_, column) => (row * 7 + column * 5) % 23),
  })),
  notes: [],
})

const monthChart = (texts: Texts): ReportChart => ({
  kind: 'bars',
  title: texts.chartTitle,
  alternative: texts.alternative,
  unit: 'count',
  rowsLabel: texts.month,
  series: [
    {
      label: '',
      points: BY_MONTH.map((value, index) => ({ label: texts.months[index] ?? '', value })),
    },
  ],
})

const otherCharts = (texts: Texts): readonly ReportChart[] => [
  {
    kind: 'bars',
    title: texts.caption,
    alternative: `${texts.caption}: 118, 71, 84.`,
    unit: 'count',
    series: [
      {
        label: '',
        points: texts.places.map((label, index) => ({ label, value: CELLS[index]?.[3] ?? null })),
      },
    ],
  },
  {
    kind: 'lines',
    title: texts.chapters[1],
    alternative: `${texts.chapters[1]}: ${texts.places[0]} 12, ${texts.places[2]} 9.`,
    unit: 'count',
    series: [0, 2, 4].map((place) => ({
      label: texts.places[place] ?? '',
      points: texts.months.map((label, index) => ({
        label,
        value: index === 5 && place === 4 ? null : 8 + ((index * (place + 3)) % 9) + place,
      })),
    })),
  },
  {
    kind: 'multiples',
    title: texts.chapters[0],
    alternative: `${texts.chapters[0]}: 7.`,
    unit: 'count',
    series: texts.places.map((label, place) => ({
      label,
      points: texts.months.map((month, index) => ({
        label: month,
        value: (index * (place + 2) * 3 + place * 5) % 29,
      })),
    })),
  },
  {
    kind: 'steps',
    title: texts.chapters[2],
    alternative: `${texts.chapters[2]}: 50 % 35.`,
    unit: 'share',
    series: [0, 2].map((place) => ({
      label: texts.places[place] ?? '',
      points: [
        { label: '0', at: 0, value: 1 },
        ...Array.from({ length: 24 }, (_, index) => ({
          label: String(index * 6 + 4),
          at: index * 6 + 4,
          value: Math.exp(-(index * 6 + 4) / (40 + place * 12)),
        })),
      ],
    })),
  },
]

const OWN = 'First line.\nSecond line.\n\nA second paragraph, 100% ours & <unchanged>.'

export const reportDocument = (language: Language): ReportDocument => {
  const texts = TEXTS[language]
  const [year, met, length, centre] = texts.chapters
  const blocks: readonly ReportBlock[] = [
    { kind: 'heading', level: 1, text: year },
    { kind: 'text', text: texts.sentence },
    { kind: 'table', table: placeTable(texts) },
    { kind: 'chart', chart: monthChart(texts) },
    { kind: 'editable', label: texts.own, text: null },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: met },
    ...otherCharts(texts)
      .slice(0, 2)
      .map((chart): ReportBlock => ({ kind: 'chart', chart })),
    { kind: 'heading', level: 2, text: texts.place },
    { kind: 'table', table: wideTable(texts) },
    { kind: 'heading', level: 1, text: length },
    ...otherCharts(texts)
      .slice(2)
      .map((chart): ReportBlock => ({ kind: 'chart', chart })),
    { kind: 'pageBreak' },
    { kind: 'heading', level: 1, text: centre },
    { kind: 'editable', label: texts.own, text: OWN },
  ]
  return {
    language,
    title: texts.title,
    organisation: 'Accompany Demo',
    mark: texts.mark,
    copy: texts.copy,
    blocks,
  }
}

/** A report in which every text is what a stranger wrote. */
export const hostileDocument = (text: string): ReportDocument => ({
  language: 'en',
  title: text,
  organisation: text,
  mark: text,
  copy: text,
  blocks: [
    { kind: 'heading', level: 1, text },
    { kind: 'text', text },
    {
      kind: 'table',
      table: {
        caption: text,
        rowsLabel: text,
        columns: [{ id: 'a', label: text, unit: 'count', sensitive: true }],
        rows: [
          { id: 'a', label: text, kind: 'known', cells: [7] },
          { id: 'b', label: text, kind: 'total', cells: [7] },
        ],
        notes: [text],
      },
    },
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        title: text,
        alternative: text,
        unit: 'count',
        series: [{ label: text, points: [{ label: text, name: text, value: 7 }] }],
      },
    },
    { kind: 'editable', label: text, text },
    { kind: 'editable', label: text, text: null },
  ],
})
