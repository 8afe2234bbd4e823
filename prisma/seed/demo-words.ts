/** The languages in which the invented colleagues write: what they write is in no other one (docs/adr/0131). */
export type Writes = 'fr' | 'nl'
type ByLanguage = Readonly<Record<Writes, readonly string[]>>

export const NOTES: ByLanguage = {
  fr: [
    'A mal dormi. Demande un appel avec l’avocate avant la fin de la semaine.',
    'Entretien calme. Veut que la décision soit expliquée encore une fois, lentement, avec l’interprète.',
    'La famille au pays ne sait rien de la détention ; préfère lui en parler en personne.',
    'Dit que la carte de téléphone a été refusée deux fois. Nous en parlons au service social.',
    'Va bien, connaît son dossier. Pas de demande aujourd’hui.',
    'Craint l’audience. Nous avons relu les documents ensemble.',
    'Maux de tête depuis plusieurs jours, a vu l’infirmière, attend le médecin.',
    'Demande des vêtements et le sac resté à la police.',
    'Souhaite revoir la même personne la semaine prochaine.',
    'A peu parlé ; une demi-heure ensemble, en silence.',
  ],
  nl: [
    'Slecht geslapen. Vraagt om voor het einde van de week met de advocaat te bellen.',
    'Rustig gesprek. Wil dat de beslissing nog eens uitgelegd wordt, traag, met de tolk.',
    'De familie thuis weet niets van de opsluiting; wil het hun zelf vertellen.',
    'Zegt dat een telefoonkaart twee keer geweigerd werd. Wij vragen het na bij de sociale dienst.',
    'Gaat goed, kent het eigen dossier. Vandaag geen vraag.',
    'Kijkt op tegen de zitting. We hebben de documenten samen doorgenomen.',
    'Al enkele dagen hoofdpijn, zag de verpleegkundige, wacht op de arts.',
    'Vraagt kleren en de tas die bij de politie bleef.',
    'Wil volgende week graag dezelfde bezoeker zien.',
    'Sprak weinig; zat een halfuur bij ons.',
  ],
}

export const STEPS: ByLanguage = {
  fr: [
    'Appeler l’avocate à propos du recours',
    'Demander le dossier médical au service social',
    'Trouver un ou une interprète pour la prochaine visite',
    'Expliquer la lettre de l’Office des étrangers',
    'Appeler le frère après la visite',
    'Vérifier si l’aide juridique est accordée',
  ],
  nl: [
    'De advocaat bellen over het beroep',
    'Het medisch dossier vragen aan de sociale dienst',
    'Een tolk zoeken voor het volgende bezoek',
    'De brief van de Dienst Vreemdelingenzaken uitleggen',
    'Na het bezoek de broer bellen',
    'Nagaan of de juridische bijstand toegekend is',
  ],
}

/** What was seen in a centre. */
export const OBSERVATIONS: Readonly<Record<Writes, string>> = {
  fr: 'Longue attente à l’entrée ; la salle des visites était froide.',
  nl: 'Lang gewacht aan de ingang; de bezoekersruimte was koud.',
}

/** Said on the day of a critical signal. */
export const ALARM: Readonly<Record<Writes, string>> = {
  fr: 'N’a plus dormi depuis le vol refusé. Demande que nous revenions vite.',
  nl: 'Slaapt niet meer sinds de geweigerde vlucht. Vraagt of we snel terugkomen.',
}
