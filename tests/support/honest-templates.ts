import type { Reader } from '@/lib/letters/template.rules'
import { field, fromRight, makeDocx, paragraph, run, table } from './docx-by-hand'

// Templates as organisations have them, each made here so that nothing of anyone lies in them.

export type Honest = {
  readonly what: string
  readonly reader: Reader
  readonly bytes: () => Buffer
  readonly says: string
}

const PAGE_FOOT = field(' PAGE ') + field(' NUMPAGES  \\* Arabic ')

export const HONEST_TEMPLATES: readonly Honest[] = [
  {
    what: 'attestation d’accompagnement (fr), en-tête et pied de page',
    reader: 'authority',
    says: 'Nous attestons accompagner',
    bytes: () =>
      makeDocx({
        header: paragraph('{organisation}') + paragraph('{contactDetails}'),
        body:
          paragraph('Bruxelles, le ', '{today}') +
          paragraph(
            'Nous attestons accompagner {na',
            'me}, de nationalité {nationality}, depuis le {openedOn}.',
          ) +
          paragraph('Pour faire valoir ce que de droit,') +
          paragraph('{by}'),
        footer: PAGE_FOOT,
      }),
  },
  {
    what: 'brief aan een advocaat (nl) met een tabel van termijnen',
    reader: 'lawyer',
    says: 'Geachte meester',
    bytes: () =>
      makeDocx({
        body:
          paragraph('{to}') +
          paragraph('Betreft: {name}, ons kenmerk {fileCode}') +
          paragraph('Geachte meester,') +
          table([
            ['Termijn', 'Dag'],
            ['{#deadlines}{deadline}', '{dueOn}{/deadlines}'],
          ]) +
          paragraph('{message}'),
      }),
  },
  {
    what: 'Bestätigung (de) mit Umlauten',
    reader: 'authority',
    says: 'Hiermit bestätigen wir für die Behörde',
    bytes: () =>
      makeDocx({
        body: paragraph(
          'Hiermit bestätigen wir für die Behörde, dass {name} seit {openedOn} begleitet wird. Größe: {age}.',
        ),
        footer: field(' DATE \\@ "dd.MM.yyyy" ', '1.1.2026') + PAGE_FOOT,
      }),
  },
  {
    what: 'invitation to an information session (en), to the person',
    reader: 'person',
    says: 'You are invited',
    bytes: () =>
      makeDocx({ body: paragraph('Dear {name},') + paragraph('You are invited on {message}. {office}') }),
  },
  {
    what: 'a letter in Arabic, from right to left',
    reader: 'person',
    says: 'السيد',
    bytes: () =>
      makeDocx({
        body:
          fromRight('السيد/السيدة {name}') + fromRight('نكتب إليكم بخصوص {place}.') + fromRight('{today}'),
      }),
  },
  {
    what: 'a letter in Tigrinya',
    reader: 'person',
    says: 'ክቡር',
    bytes: () =>
      makeDocx({ body: paragraph('ክቡር {name}፣') + paragraph('ናይ {organisation} ደብዳበ እዩ። {today}') }),
  },
  {
    what: 'a report to a partner in initials, with lists in the text',
    reader: 'partner',
    says: 'We refer to your service',
    bytes: () =>
      makeDocx({
        body:
          paragraph('We refer to your service {name} ({fileCode}), {language}.') +
          paragraph('{#procedure}') +
          paragraph('{event}: {eventOn}') +
          paragraph('{/procedure}') +
          paragraph('Contacts: {#contacts}{contact} {contactOn}; {/contacts}'),
      }),
  },
  {
    what: 'a note inside the organisation, cut into many runs',
    reader: 'inside',
    says: 'Hand-over of',
    bytes: () =>
      makeDocx({
        body: `<w:p>${['Hand-over of ', '{', 'file', 'Co', 'de', '}', ', ', '{wor', 'ker}'].map(run).join('<w:proofErr w:type="spellStart"/>')}</w:p>`,
      }),
  },
  {
    what: 'a request for a guardian (fr) with two tables',
    reader: 'authority',
    says: 'Service des Tutelles',
    bytes: () =>
      makeDocx({
        body:
          paragraph('Service des Tutelles') +
          table([
            ['Nom', '{name}'],
            ['Minorité', '{minority}'],
            ['Tuteur', '{guardian} {guardianPhone}'],
          ]) +
          paragraph('') +
          table([
            ['Membre de la famille', 'Âge'],
            ['{#people}{relativeName} ({role})', '{relativeAge}{/people}'],
          ]),
      }),
  },
  {
    what: 'a letter with what Word leaves behind: properties, people, hidden data',
    reader: 'lawyer',
    says: 'In the matter of',
    bytes: () =>
      makeDocx({
        body: paragraph('In the matter of {name}: {heldSince}, {heldGround}.'),
        rootRelations:
          '<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        relations:
          '<Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>',
        parts: {
          'docProps/core.xml': '<a>Fictar Author</a>',
          'docProps/app.xml': '<a>Fictar Office</a>',
          'customXml/item1.xml': '<a/>',
          'word/people.xml': '<a>Fictar Author</a>',
        },
      }),
  },
]
