import type { PersonField } from '@/lib/people/person-field.rules'
import { type Columns, FIELDS, type Field, isRepeatable } from './field.rules'

// A file of its own, because a browser asks which fields there are and never how sheets name them.

/** For comparing headings and words of lists: case, accents and punctuation say nothing. */
export const foldWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Headings as organisations write them in the four languages of the application, folded. */
const HEADINGS: Readonly<Record<Field, string>> = {
  name: 'name|full name|nom complet|nom et prenom|volledige naam|naam en voornaam|vollstandiger name|nom prenom|naam|person|personne|persoon|name first name|last name first name|nom et prenoms|nom prenoms|prenom nom|prenom et nom|naam voornaam|familienaam voornaam|voornaam naam|voornaam en naam|nachname vorname|name vorname|bewoner|client|cliente|beneficiaire|detenu|detenue|gedetineerde|betrokkene|bewohner|resident|nom du detenu|nom du beneficiaire',
  givenName: 'first name|given name|forename|prenom|prenoms|voornaam|voornamen|vorname|vornamen',
  familyName: 'last name|family name|surname|nom|nom de famille|familienaam|achternaam|nachname|familienname',
  otherName:
    'name other script|name in other script|nom autre alphabet|other name|alias|autre nom|andere naam|anderer name|nickname|surnom|bijnaam|spitzname',
  sex: 'sex|gender|sexe|genre|geslacht|geschlecht|m f|m v|h f|f m|v m|f h|gesl',
  born: 'date of birth|birth date|birthday|dob|date de naissance|naissance|ne le|nee le|geboortedatum|geboren|geboren op|geburtsdatum|geboren am|ddn|birthdate|born|born on|geboorte|geb|geb datum|geboortedat|date naissance|date naiss|date de naiss|naiss|dn|date of birth age|ne nee le|geb lft|geb leeftijd|geboorte leeftijd|naiss age|naissance age|geb alter',
  age: 'age|leeftijd|alter|age declared|declared age|age declare|aangegeven leeftijd',
  nationality:
    'nationality|nationalite|nationalites|nat|origine|origin|herkomstland|nationaliteit|staatsangehorigkeit|nationalitat|citizenship|pays|country|land|herkomst|pays d origine|country of origin|land van herkomst|herkunftsland',
  language:
    'language|langue|taal|sprache|langues|languages|talen|sprachen|langue parlee|langues parlees|langue maternelle|moedertaal|muttersprache|spoken languages|gesproken talen',
  interpreterNeed:
    'interpreter|interprete|tolk|dolmetscher|interpreter needed|besoin d interprete|tolk nodig',
  kind: 'kind of file|type of file|kind|type de dossier|type|soort dossier|soort|art der akte|aktenart|category|categorie',
  place:
    'place|centre|center|lieu|plaats|centrum|ort|zentrum|closed centre|centre ferme|gesloten centrum|lieu de detention|lieu detention|centre actuel|huidig centrum|cf|verblijfplaats|locatie|location|endroit|detention centre|place of detention|centre de retention|plaats van detentie|waar|ou|where|wo',
  since:
    'since|there since|depuis|depuis le|sinds|seit|date of arrival|date d arrivee|arrivee|aankomst|datum aankomst|ankunft|arrival|arrived|date arrivee|date entree|date d entree|entree|entree au centre|entree en centre|date de detention|detenu depuis|detenue depuis|en centre depuis|opgesloten sinds|in centrum sinds|vastgehouden sinds|datum opsluiting|opsluiting|aankomstdatum|detained since|detained on|aufnahme|in haft seit',
  openedOn:
    'opened at|opened|opened on|date opened|ouverture|date d ouverture|ouvert le|opening|openingsdatum|geopend op|eroffnet am|eroffnung|intake|1e bezoek|eerste bezoek|1ere visite|premiere visite|first visit|1st visit|erster besuch|1er contact|premier contact|1e contact|eerste contact|first contact|erstkontakt|erstgesprach',
  nextStep: 'next step|prochaine etape|volgende stap|nachster schritt|to do|a faire|te doen|zu tun',
  nextStepOn:
    'next step date|date of next step|by when|next step on|pour quand|echeance|tegen wanneer|bis wann|due|due date|deadline',
  worker:
    'worker|caseworker|case worker|social worker|assistant social|assistante sociale|travailleur|travailleuse|accompagnateur|accompagnatrice|referent|referente|intervenant|intervenante|begeleider|begeleidster|medewerker|maatschappelijk werker|betreuer|betreuerin|zustandig|as|suivi par|gevolgd door|dossierbeheerder|gestionnaire|responsable|verantwoordelijke|opgevolgd door|visiteur|visiteuse|bezoeker|wie|qui|who|wer|wie volgt|wie volgt op|wer betreut',
  phone:
    'phone|telephone|phone number|tel|tel nr|gsm|gsm nr|mobile|mobile phone|numero de telephone|n tel|telefoon|telefoonnummer|telefon|telefonnummer|handy|whatsapp|numero gsm|gsm nummer',
  email: 'email|e mail|mail|courriel|e mailadres|emailadres|adresse mail|mailadresse',
  address: 'address|adresse|adres|domicile|woonplaats|anschrift|wohnadresse|adresse actuelle|huidig adres',
  ownReference:
    'our ref|reference interne|references interne|ref interne|reference|ref|our reference|own reference|notre reference|notre ref|n ref|n dossier|no dossier|numero de dossier|numero dossier|dossier|dossiernummer|dossier nr|onze referentie|ons kenmerk|referentie|kenmerk|aktenzeichen|unser zeichen|case number|case no|file number|file no|code|dossiercode|code dossier|case code',
  officeNumber:
    'immigration office number|io number|sp|sp number|sp nummer|sp nr|n sp|numero sp|ov|ov nummer|ov nr|ov number|oe|n oe|no oe|oe nummer|nr dvz|dvz nr ov|num oe|dossier oe|numero oe|dvz|dvz nummer|dvz nr|n dvz|numero office des etrangers|dossiernummer dvz|sp ov|public safety number|surete publique|openbare veiligheid|auslanderamt',
  cgrsNumber:
    'cgrs|cgrs number|cgra|num cgra|n cgra|no cgra|numero cgra|cgra nummer|dossier cgra|dossier cgvs|nr cgvs|cgvs|cgvs nummer|cgvs nr|cg nummer|cg nr|cg number|numero cg|gkfs',
  callNumber:
    'call|call number|cce|n cce|no cce|numero cce|rvv|rvv nummer|rvv nr|rol nummer|rolnummer|numero de role|n de role|role cce|ra',
  nationalNumber:
    'national number|national register number|niss|insz|rrn|n national|numero national|registre national|n registre national|numero de registre national|rijksregisternummer|rijksregisternr|rijksregister nr|rijksregister|bis number|numero bis|bisnummer|nationalregisternummer',
  guardianNumber:
    'guardianship number|guardianship service number|numero tutelle|n tutelle|reference tutelle|service des tutelles|dienst voogdij|voogdijnummer|voogdij nr|nummer voogdij|st number',
  note: 'note|notes|remark|remarks|remarque|remarques|comment|comments|commentaire|commentaires|observation|observations|opmerking|opmerkingen|nota|info|bemerkung|bemerkungen|anmerkung|anmerkungen|divers|varia|memo|infos|bijzonderheden|aandachtspunten|particularites|besonderheiten|situation|situatie|historique|suivi|opvolging|verlauf',
}
/** Headings with these words are about someone else, or about something a file has another place for. */
const OF_OTHERS =
  /\b(?:avocat\S*|advocaat|lawyer|anwalt\S*|tuteur\S*|voogd|guardian|vormund|pere|mere|father|mother|vader|moeder|vater|mutter|epou\S*|partner|conjoint\S*|contact|garant|enfants?|kinderen|children|kinder|juge|rechter|naam advocaat)\b/u

export const NOT_KNOWN =
  'not known|unknown|inconnu|inconnue|onbekend|unbekannt|niet gekend|nicht bekannt|ne sait pas|nsp|weet niet|nc'
/** How sheets word the answers about a person, beside our own messages: letters and short words. */
export const ANSWER_WORDS: Readonly<Record<PersonField, Readonly<Record<string, string>>>> = {
  // "M" is Monsieur, man and male alike; "F" a woman in three languages, and nowhere a man.
  sex: {
    f: 'f|v|w|female|woman|girl|femme|feminin|feminine|fille|mme|mlle|madame|dame|fem|femmes|vrouwen|mw|vrouw|vrouwelijk|meisje|weiblich|frau|madchen|mevrouw',
    m: 'm|h|male|man|boy|homme|masculin|garcon|mr|monsieur|mannelijk|jongen|mannlich|mann|herr|dhr|hommes|mannen|masc|de heer|meneer|junge',
    x: 'x|autre|other|ander|divers',
    unknown: NOT_KNOWN,
  },
  interpreterNeed: {
    yes: 'yes|oui|ja|y|o|j|1|true|x|necessaire|nodig|needed|notig|vrai|waar|wahr|indispensable',
    no: 'no|non|nee|nein|n|0|false|faux|onwaar|falsch|niet nodig|pas necessaire|not needed',
    unknown: NOT_KNOWN,
  },
}

const byHeading = new Map(
  FIELDS.codes.flatMap((field) => HEADINGS[field].split('|').map((heading) => [heading, field] as const)),
)
/** Shorter ones stand in words of other headings. */
const within = [...byHeading]
  .filter(([heading]) => heading.length > 3)
  .sort(([a], [b]) => b.length - a.length)

/** What a heading means, alone or within other words ("Date de naissance (jj/mm/aaaa)", "Sexe H/F"); null when it says nothing known. */
export const fieldOfHeading = (header: string): Field | null => {
  // "identity/family_name": a form heads its columns by its groups, and the question stands last.
  const asked = GROUP_PATH.test(header) ? header.replace(/^.*\//u, '') : header
  const ways = [header, asked, asked.replace(/[([][^)\]]*[)\]]/gu, ''), asked.replace(/[([].*/u, '')].map(
    foldWord,
  )
  for (const way of ways) {
    const field = byHeading.get(way)
    if (field !== undefined) return field
  }
  const folded = foldWord(asked)
  // A heading is a few words; a sentence is a cell.
  if (OF_OTHERS.test(folded) || folded.length > 60) return null
  return within.find(([heading]) => ` ${folded} `.includes(` ${heading} `))?.[1] ?? null
}
const GROUP_PATH = /^_?[\p{Ll}\d]+(?:_[\p{Ll}\d]+)*(?:\/[^\s/]+)+$/u
/** Whether a cell is a heading as a whole, and not a word within other words. */
export const isHeading = (cell: string): boolean =>
  [cell, cell.replace(/[([].*/u, '')].some((way) => byHeading.has(foldWord(way)))

/**
 * What the headings seem to say; a field is given once. "Nom" alone is the whole name, and beside "Prénom" the family name;
 * a whole name makes its parts idle.
 */
export const guessColumns = (headers: readonly string[]): Columns => {
  const taken = new Set<Field>()
  const guessed = headers.map((header): Field | '' => {
    const field = fieldOfHeading(header)
    if (field === null || (taken.has(field) && !isRepeatable(field))) return ''
    taken.add(field)
    return field
  })
  const has = (field: Field): boolean => taken.has(field)
  return guessed.map((field) => {
    if (field === 'familyName' && !has('givenName') && !has('name')) return 'name'
    if (field === 'name' && has('givenName') && has('familyName')) return ''
    // "Naam" and "Name" are also how the family name is headed.
    if (field === 'name' && has('givenName') && !has('familyName')) return 'familyName'
    return field
  })
}
