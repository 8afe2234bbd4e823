// Written by scripts/messages-catalogue.mjs from the files in messages/; a check fails when it is out of date.
export type Messages = {
  accounts: typeof import('../../messages/en/accounts.json')
  alike: typeof import('../../messages/en/alike.json')
  asylum: typeof import('../../messages/en/asylum.json')
  caseload: typeof import('../../messages/en/caseload.json')
  cases: typeof import('../../messages/en/cases.json')
  closings: typeof import('../../messages/en/closings.json')
  comments: typeof import('../../messages/en/comments.json')
  common: typeof import('../../messages/en/common.json')
  countries: typeof import('../../messages/en/countries.json')
  deadlines: typeof import('../../messages/en/deadlines.json')
  detention: typeof import('../../messages/en/detention.json')
  drafts: typeof import('../../messages/en/drafts.json')
  errors: typeof import('../../messages/en/errors.json')
  forms: typeof import('../../messages/en/forms.json')
  handovers: typeof import('../../messages/en/handovers.json')
  layout: typeof import('../../messages/en/layout.json')
  notices: typeof import('../../messages/en/notices.json')
  people: typeof import('../../messages/en/people.json')
  planning: typeof import('../../messages/en/planning.json')
  reviews: typeof import('../../messages/en/reviews.json')
  statistics: typeof import('../../messages/en/statistics.json')
  tasks: typeof import('../../messages/en/tasks.json')
  team: typeof import('../../messages/en/team.json')
  today: typeof import('../../messages/en/today.json')
  views: typeof import('../../messages/en/views.json')
  when: typeof import('../../messages/en/when.json')
}

export const catalogue = {
  en: async () => ({
    accounts: (await import('../../messages/en/accounts.json')).default,
    alike: (await import('../../messages/en/alike.json')).default,
    asylum: (await import('../../messages/en/asylum.json')).default,
    caseload: (await import('../../messages/en/caseload.json')).default,
    cases: (await import('../../messages/en/cases.json')).default,
    closings: (await import('../../messages/en/closings.json')).default,
    comments: (await import('../../messages/en/comments.json')).default,
    common: (await import('../../messages/en/common.json')).default,
    countries: (await import('../../messages/en/countries.json')).default,
    deadlines: (await import('../../messages/en/deadlines.json')).default,
    detention: (await import('../../messages/en/detention.json')).default,
    drafts: (await import('../../messages/en/drafts.json')).default,
    errors: (await import('../../messages/en/errors.json')).default,
    forms: (await import('../../messages/en/forms.json')).default,
    handovers: (await import('../../messages/en/handovers.json')).default,
    layout: (await import('../../messages/en/layout.json')).default,
    notices: (await import('../../messages/en/notices.json')).default,
    people: (await import('../../messages/en/people.json')).default,
    planning: (await import('../../messages/en/planning.json')).default,
    reviews: (await import('../../messages/en/reviews.json')).default,
    statistics: (await import('../../messages/en/statistics.json')).default,
    tasks: (await import('../../messages/en/tasks.json')).default,
    team: (await import('../../messages/en/team.json')).default,
    today: (await import('../../messages/en/today.json')).default,
    views: (await import('../../messages/en/views.json')).default,
    when: (await import('../../messages/en/when.json')).default,
  }),
  fr: async () => ({
    accounts: (await import('../../messages/fr/accounts.json')).default,
    alike: (await import('../../messages/fr/alike.json')).default,
    asylum: (await import('../../messages/fr/asylum.json')).default,
    caseload: (await import('../../messages/fr/caseload.json')).default,
    cases: (await import('../../messages/fr/cases.json')).default,
    closings: (await import('../../messages/fr/closings.json')).default,
    comments: (await import('../../messages/fr/comments.json')).default,
    common: (await import('../../messages/fr/common.json')).default,
    countries: (await import('../../messages/fr/countries.json')).default,
    deadlines: (await import('../../messages/fr/deadlines.json')).default,
    detention: (await import('../../messages/fr/detention.json')).default,
    drafts: (await import('../../messages/fr/drafts.json')).default,
    errors: (await import('../../messages/fr/errors.json')).default,
    forms: (await import('../../messages/fr/forms.json')).default,
    handovers: (await import('../../messages/fr/handovers.json')).default,
    layout: (await import('../../messages/fr/layout.json')).default,
    notices: (await import('../../messages/fr/notices.json')).default,
    people: (await import('../../messages/fr/people.json')).default,
    planning: (await import('../../messages/fr/planning.json')).default,
    reviews: (await import('../../messages/fr/reviews.json')).default,
    statistics: (await import('../../messages/fr/statistics.json')).default,
    tasks: (await import('../../messages/fr/tasks.json')).default,
    team: (await import('../../messages/fr/team.json')).default,
    today: (await import('../../messages/fr/today.json')).default,
    views: (await import('../../messages/fr/views.json')).default,
    when: (await import('../../messages/fr/when.json')).default,
  }),
  nl: async () => ({
    accounts: (await import('../../messages/nl/accounts.json')).default,
    alike: (await import('../../messages/nl/alike.json')).default,
    asylum: (await import('../../messages/nl/asylum.json')).default,
    caseload: (await import('../../messages/nl/caseload.json')).default,
    cases: (await import('../../messages/nl/cases.json')).default,
    closings: (await import('../../messages/nl/closings.json')).default,
    comments: (await import('../../messages/nl/comments.json')).default,
    common: (await import('../../messages/nl/common.json')).default,
    countries: (await import('../../messages/nl/countries.json')).default,
    deadlines: (await import('../../messages/nl/deadlines.json')).default,
    detention: (await import('../../messages/nl/detention.json')).default,
    drafts: (await import('../../messages/nl/drafts.json')).default,
    errors: (await import('../../messages/nl/errors.json')).default,
    forms: (await import('../../messages/nl/forms.json')).default,
    handovers: (await import('../../messages/nl/handovers.json')).default,
    layout: (await import('../../messages/nl/layout.json')).default,
    notices: (await import('../../messages/nl/notices.json')).default,
    people: (await import('../../messages/nl/people.json')).default,
    planning: (await import('../../messages/nl/planning.json')).default,
    reviews: (await import('../../messages/nl/reviews.json')).default,
    statistics: (await import('../../messages/nl/statistics.json')).default,
    tasks: (await import('../../messages/nl/tasks.json')).default,
    team: (await import('../../messages/nl/team.json')).default,
    today: (await import('../../messages/nl/today.json')).default,
    views: (await import('../../messages/nl/views.json')).default,
    when: (await import('../../messages/nl/when.json')).default,
  }),
  de: async () => ({
    accounts: (await import('../../messages/de/accounts.json')).default,
    alike: (await import('../../messages/de/alike.json')).default,
    asylum: (await import('../../messages/de/asylum.json')).default,
    caseload: (await import('../../messages/de/caseload.json')).default,
    cases: (await import('../../messages/de/cases.json')).default,
    closings: (await import('../../messages/de/closings.json')).default,
    comments: (await import('../../messages/de/comments.json')).default,
    common: (await import('../../messages/de/common.json')).default,
    countries: (await import('../../messages/de/countries.json')).default,
    deadlines: (await import('../../messages/de/deadlines.json')).default,
    detention: (await import('../../messages/de/detention.json')).default,
    drafts: (await import('../../messages/de/drafts.json')).default,
    errors: (await import('../../messages/de/errors.json')).default,
    forms: (await import('../../messages/de/forms.json')).default,
    handovers: (await import('../../messages/de/handovers.json')).default,
    layout: (await import('../../messages/de/layout.json')).default,
    notices: (await import('../../messages/de/notices.json')).default,
    people: (await import('../../messages/de/people.json')).default,
    planning: (await import('../../messages/de/planning.json')).default,
    reviews: (await import('../../messages/de/reviews.json')).default,
    statistics: (await import('../../messages/de/statistics.json')).default,
    tasks: (await import('../../messages/de/tasks.json')).default,
    team: (await import('../../messages/de/team.json')).default,
    today: (await import('../../messages/de/today.json')).default,
    views: (await import('../../messages/de/views.json')).default,
    when: (await import('../../messages/de/when.json')).default,
  }),
}
