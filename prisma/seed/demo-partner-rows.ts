import type { PartnerKind } from '../../lib/partners/partner.rules'

type Someone = {
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly languages: readonly string[]
  readonly ways?: readonly string[]
  /** Days from today until which they have signed. */
  readonly signed?: number
}
type Told = {
  readonly name: string
  readonly kind: PartnerKind
  readonly languages: readonly string[]
  readonly regions: readonly string[]
  readonly ages?: string
  readonly takes?: string
  readonly hours?: string
  readonly howTo?: string
  readonly phone: string
  readonly free?: { readonly places: number; readonly ago: number }
  /** Days since it was confirmed; missing: never. */
  readonly checked?: number
  readonly people?: readonly Someone[]
  readonly warning?: string
  readonly retired?: true
}

/** Where the first referral of the demo went. */
export const MEDICAL_CENTRE = 'Maison médicale du quartier'

/** Who was asked to interpret at an appointment of the demo. */
export const INTERPRETERS = 'Tolkendienst De Brug'

/** Invented from end to end; numbers that no one has. Each says things in the language in which it works. */
export const PARTNERS: readonly Told[] = [
  {
    name: 'Cabinet Verrelle & Doncours',
    kind: 'lawyer',
    languages: ['fr', 'en', 'ar'],
    regions: ['brussels', 'wallonia'],
    takes: 'Détention, Dublin, asile',
    hours: 'Lu-ve 9 h-17 h',
    howTo: 'Appeler, puis envoyer la décision le jour même. Pro deo.',
    phone: '02 000 10 01',
    checked: 40,
    people: [
      { name: 'Maître Odile Verrelle', role: 'Avocate', phone: '0470 00 10 01', languages: ['fr', 'en'] },
      { name: 'Maître Samir Doncours', role: 'Avocat', phone: '0470 00 10 02', languages: ['fr', 'ar'] },
    ],
  },
  {
    name: 'Advocatenkantoor Molenbrugge',
    kind: 'lawyer',
    languages: ['nl', 'en', 'tr'],
    regions: ['flanders', 'brussels'],
    takes: 'Opsluiting, gezinshereniging',
    hours: 'Ma-vr 9-18 u',
    howTo: 'Mail met de beslissing, antwoord dezelfde dag.',
    phone: '03 000 10 02',
    checked: 120,
    people: [
      { name: 'Mr. Liesbet Zandwal', role: 'Advocaat', phone: '0470 00 10 03', languages: ['nl', 'tr'] },
    ],
  },
  {
    name: 'Bureau d’aide juridique, permanence étrangers',
    kind: 'legal_aid',
    languages: ['fr', 'nl'],
    regions: ['brussels'],
    hours: 'Ma et je 13 h 30-16 h',
    howTo: 'Sans rendez-vous, avec une preuve de revenus ou une attestation du centre.',
    phone: '02 000 10 03',
    checked: 410,
  },
  {
    name: INTERPRETERS,
    kind: 'interpreter',
    languages: ['nl', 'fr'],
    regions: ['flanders', 'brussels'],
    hours: 'Ma-vr 8.30-17 u, telefonisch ook ’s avonds',
    howTo: 'Twee werkdagen vooraf aanvragen. Dringend: bellen.',
    phone: '09 000 10 04',
    checked: 65,
    people: [
      {
        name: 'Senait Vandermolen',
        role: 'Tolk',
        phone: '0470 00 10 04',
        languages: ['ti', 'am', 'nl'],
        ways: ['there', 'phone'],
        signed: 400,
      },
      {
        name: 'Farhad Nieuwlant',
        role: 'Tolk',
        phone: '0470 00 10 05',
        languages: ['fa', 'ps', 'nl'],
        ways: ['phone', 'video'],
        signed: -20,
      },
    ],
  },
  {
    name: 'Interprètes Passerelles',
    kind: 'interpreter',
    languages: ['fr'],
    regions: ['wallonia', 'brussels'],
    hours: 'Lu-ve 8 h-18 h',
    howTo: 'Par téléphone, confirmation dans l’heure.',
    phone: '04 000 10 05',
    checked: 200,
    people: [
      {
        name: 'Mariama Lestrange',
        role: 'Interprète',
        phone: '0470 00 10 06',
        languages: ['ff', 'fr'],
        ways: ['there', 'phone', 'video'],
        signed: 250,
      },
      {
        name: 'Amanuel Dorival',
        role: 'Interprète',
        phone: '0470 00 10 07',
        languages: ['ti', 'fr'],
        ways: ['phone'],
        signed: 90,
      },
    ],
  },
  {
    name: MEDICAL_CENTRE,
    kind: 'health',
    languages: ['fr', 'en'],
    regions: ['brussels'],
    takes: 'Sans mutuelle aussi, via l’aide médicale urgente',
    hours: 'Lu-ve 8 h-19 h',
    howTo: 'Téléphoner à l’accueil, prévenir si un interprète est nécessaire.',
    phone: '02 000 10 06',
    checked: 30,
  },
  {
    name: 'Wijkgezondheidscentrum De Linde',
    kind: 'health',
    languages: ['nl', 'fr', 'ar'],
    regions: ['flanders'],
    hours: 'Ma-vr 8-18 u',
    howTo: 'Bellen voor een eerste afspraak.',
    phone: '03 000 10 07',
    checked: 300,
  },
  {
    name: 'Dr. Hendrik Sweerts, medische verslagen',
    kind: 'health',
    languages: ['nl', 'fr', 'en'],
    regions: [],
    takes: 'Attesten over littekens en trauma',
    howTo: 'Schriftelijke vraag via onze arts.',
    phone: '016 00 10 08',
  },
  {
    name: 'Opvanghuis Ter Duinen',
    kind: 'shelter',
    languages: ['nl', 'en'],
    regions: ['flanders'],
    ages: 'adults',
    takes: 'Vrouwen met of zonder kinderen',
    hours: 'Intake ma-vr 10-16 u',
    howTo: 'Eerst bellen, dan de fiche sturen.',
    phone: '059 00 10 09',
    free: { places: 2, ago: 3 },
    checked: 15,
  },
  {
    name: 'Foyer Les Tilleuls',
    kind: 'shelter',
    languages: ['fr'],
    regions: ['wallonia'],
    ages: 'adults',
    takes: 'Hommes seuls',
    hours: 'Admissions de 14 h à 18 h',
    howTo: 'Appeler avant midi.',
    phone: '04 000 10 10',
    free: { places: 0, ago: 6 },
    checked: 90,
  },
  {
    name: 'Unterkunft Am Weiher',
    kind: 'shelter',
    languages: ['de', 'fr'],
    regions: ['wallonia'],
    takes: 'Familien',
    hours: 'Täglich 9-17 Uhr',
    howTo: 'Zuerst anrufen.',
    phone: '087 00 10 11',
    free: { places: 1, ago: 20 },
    checked: 380,
  },
  {
    name: 'École d’accueil Les Érables',
    kind: 'school',
    languages: ['fr'],
    regions: ['brussels'],
    ages: 'minors',
    takes: 'Classes DASPA, 12-18 ans',
    hours: 'Inscriptions en août et en janvier',
    howTo: 'Avec la tutrice ou le tuteur.',
    phone: '02 000 10 12',
    checked: 150,
  },
  {
    name: 'Logements Express',
    kind: 'shelter',
    languages: ['fr'],
    regions: ['brussels'],
    ages: 'adults',
    howTo: 'Par téléphone.',
    phone: '02 000 10 13',
    checked: 60,
    warning: 'Demande de l’argent d’avance et garde les documents des personnes. Vu deux fois.',
  },
  {
    name: 'Vzw Onthaal Zuid',
    kind: 'social_service',
    languages: ['nl'],
    regions: ['flanders'],
    phone: '011 00 10 14',
    checked: 500,
    retired: true,
  },
]
