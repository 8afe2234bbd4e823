import type { Messages } from '@/lib/i18n/catalogue'

export type GuideKey = keyof Messages['help']['guide']

/**
 * The buttons and pages that each guide names, by the key of their own words: a text of help follows a button that is called otherwise,
 * and a test fails when a button is gone.
 */
export const GUIDES = {
  addPerson: [
    ['begin', 'layout.new'],
    ['person', 'menu.begin.newPerson'],
    ['save', 'people.intake.save'],
  ],
  writeNote: [['save', 'cases.write.save']],
  setNextStep: [
    ['change', 'cases.step.change'],
    ['save', 'cases.step.save'],
  ],
  makeAppointment: [
    ['page', 'tasks.appointments'],
    ['new', 'appointments.new'],
    ['change', 'appointments.change'],
  ],
  answerSignal: [
    ['answer', 'cases.signal.answer'],
    ['save', 'cases.signal.save'],
  ],
  recordVisit: [
    ['log', 'menu.begin.logVisit'],
    ['check', 'detention.form.check'],
    ['save', 'detention.form.save'],
  ],
  setUp: [
    ['goOn', 'settings.goOn'],
    ['save', 'setup.saveOn'],
    ['skip', 'setup.skip'],
  ],
  ownWords: [
    ['lists', 'menu.page.setLists'],
    ['change', 'settings.lists.change'],
    ['add', 'settings.lists.add'],
    ['retire', 'settings.lists.retire'],
    ['merge', 'settings.lists.merge'],
  ],
  ownPlaces: [
    ['places', 'menu.page.setPlaces'],
    ['change', 'settings.change'],
    ['add', 'settings.places.add'],
  ],
  findPartner: [
    ['partners', 'menu.place.partners'],
    ['label', 'referrals.partner.label'],
  ],
  keepPartner: [
    ['add', 'partners.add'],
    ['person', 'partners.person.new'],
    ['check', 'partners.check'],
  ],
  warnPartner: [
    ['warn', 'partners.warning.new'],
    ['withdraw', 'partners.warning.withdraw'],
    ['same', 'partners.same.new'],
    ['undo', 'partners.same.undo'],
  ],
  incomingLink: [
    ['title', 'incoming.link.title'],
    ['new', 'incoming.link.new'],
    ['revoke', 'incoming.link.revoke'],
    ['list', 'menu.place.incoming'],
    ['file', 'incoming.triage.file'],
    ['enquiry', 'incoming.triage.enquiry'],
    ['place', 'incoming.triage.place'],
    ['give', 'incoming.triage.give'],
  ],
  mergeOffices: [
    ['offices', 'menu.page.setOffices'],
    ['merge', 'settings.offices.merge'],
  ],
  undoSetting: [
    ['undo', 'settings.history.undo'],
    ['shipped', 'settings.useShipped'],
  ],
  workOffline: [['drafts', 'menu.page.drafts']],
  takeVisitAlong: [
    ['take', 'offline.today.take'],
    ['close', 'offline.gate.close'],
    ['empty', 'offline.gate.empty'],
  ],
  phoneTexts: [['drafts', 'menu.page.drafts']],
  phoneLost: [
    ['account', 'menu.page.me'],
    ['devices', 'submissions.devices.title'],
    ['revoke', 'submissions.devices.revoke'],
  ],
  decideWaiting: [
    ['place', 'submissions.waiting.place'],
    ['give', 'submissions.waiting.give'],
    ['refuse', 'submissions.waiting.refuse'],
    ['reopen', 'submissions.waiting.reopen'],
  ],
  planVisit: [
    ['begin', 'layout.new'],
    ['plan', 'menu.begin.newPlan'],
    ['publish', 'planning.publish'],
    ['sheet', 'planning.toSheet'],
  ],
  recordDecision: [
    ['record', 'asylum.record'],
    ['save', 'asylum.field.save'],
  ],
  letterDiffers: [],
  addField: [
    ['fields', 'menu.page.fields'],
    ['add', 'fields.editor.add'],
  ],
  addTemplate: [
    ['letters', 'menu.page.letters'],
    ['publish', 'letters.editor.publish'],
  ],
  makeLetter: [
    ['letters', 'letters.title'],
    ['make', 'letters.make'],
  ],
  confirmRule: [
    ['lists', 'menu.place.lists'],
    ['rules', 'menu.page.rules'],
  ],
  reportMinor: [
    ['report', 'guardianship.report.open'],
    ['urgent', 'layout.urgentHelp'],
  ],
  findPerson: [['search', 'menu.page.find']],
  filterList: [['filter', 'caseload.filter.open']],
  handOver: [['prepare', 'menu.page.newHandover']],
  reviewFiles: [
    ['review', 'menu.place.review'],
    ['start', 'reviews.start.press'],
  ],
  importTable: [
    ['upload', 'imports.bring.do'],
    ['check', 'imports.plan.do'],
  ],
  makeReport: [
    ['reports', 'menu.place.reports'],
    ['annual', 'reporting.annual.open'],
    ['store', 'reporting.save.openRun'],
    ['publish', 'reporting.publish.to'],
  ],
  countTrafficking: [
    ['table', 'menu.page.traffickingTable'],
    ['exact', 'reporting.trafficking.exact'],
    ['give', 'reporting.trafficking.coarse.give'],
  ],
  publishTable: [
    ['year', 'menu.page.publicReport'],
    ['reports', 'menu.place.statistics'],
    ['requests', 'menu.place.requests'],
  ],
  inviteColleague: [
    ['people', 'menu.place.accounts'],
    ['invite', 'accounts.invite.submit'],
  ],
  eraseFile: [['rights', 'menu.page.rights']],
  configurationFile: [
    ['settings', 'menu.place.settings'],
    ['file', 'menu.page.setFile'],
    ['export', 'exchange.export.download'],
    ['compare', 'exchange.import.compare'],
    ['bring', 'exchange.import.bring'],
    ['undo', 'exchange.brought.undo'],
  ],
  citeFigure: [['copy', 'countries.copy.button']],
  confirmWho: [['use', 'confirm.passkey']],
  addPasskey: [
    ['account', 'menu.page.me'],
    ['add', 'accounts.me.passkeys.add'],
    ['use', 'accounts.code.passkey'],
    ['remove', 'accounts.me.passkeys.remove'],
  ],
  restoreDraft: [
    ['restore', 'forms.draftKeep'],
    ['look', 'forms.draftLook'],
    ['discard', 'forms.draftDiscard'],
    ['drafts', 'menu.page.drafts'],
  ],
  hidePage: [['hide', 'layout.quiet.hide']],
  emergency: [
    ['urgent', 'layout.urgentHelp'],
    ['glass', 'menu.page.glass'],
  ],
  readShared: [],
} as const satisfies Readonly<Record<GuideKey, readonly (readonly [string, string])[]>>

/** The names under which a guide speaks of buttons, each with the key of the button's words. */
export const buttonsOf = (
  guide: GuideKey,
): readonly (readonly [string, (typeof GUIDES)[GuideKey][number][1]])[] => GUIDES[guide]
