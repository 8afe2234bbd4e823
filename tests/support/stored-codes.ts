import { CAPABILITY_STATES } from '@/lib/accounts/capability.rules'
import * as asylumStay from '@/lib/asylum/stay.rules'
import { NO_APPLICATION_REASONS } from '@/lib/asylum/transit.rules'
import * as asylumVocabulary from '@/lib/asylum/vocabulary.rules'
import * as attachmentsAttachment from '@/lib/attachments/attachment.rules'
import * as casesCase from '@/lib/cases/case.rules'
import * as casesFilePeople from '@/lib/cases/file-people.rules'
import * as casesKnown from '@/lib/cases/known.rules'
import * as casesRelatedFile from '@/lib/cases/related-file.rules'
import * as casesSeverity from '@/lib/cases/severity.rules'
import * as circlesGlass from '@/lib/circles/glass.rules'
import * as circlesGuest from '@/lib/circles/guest.rules'
import * as circlesMember from '@/lib/circles/member.rules'
import * as closingsClosing from '@/lib/closings/closing.rules'
import * as commentsComment from '@/lib/comments/comment.rules'
import * as configurationEdition from '@/lib/configuration/edition.rules'
import * as consentsVocabulary from '@/lib/consents/vocabulary.rules'
import * as countriesHelpBody from '@/lib/countries/help-body.rules'
import * as countriesMistake from '@/lib/countries/mistake.rules'
import * as countriesNewer from '@/lib/countries/newer.rules'
import * as countriesVocabulary from '@/lib/countries/vocabulary.rules'
import * as deadlineStates from '@/lib/deadlines/deadline-state.rules'
import * as deadlinesNotification from '@/lib/deadlines/notification.rules'
import * as deadlinesRuling from '@/lib/deadlines/ruling.rules'
import * as deadlinesVocabulary from '@/lib/deadlines/vocabulary.rules'
import * as detentionConversation from '@/lib/detention/conversation.rules'
import * as detentionOutcome from '@/lib/detention/outcome.rules'
import * as detentionVisit from '@/lib/detention/visit.rules'
import * as detentionVocabulary from '@/lib/detention/vocabulary.rules'
import * as enquiriesEnquiry from '@/lib/enquiries/enquiry.rules'
import * as fieldsField from '@/lib/fields/field.rules'
import * as fieldsOwner from '@/lib/fields/owner.rules'
import * as guardianshipVocabulary from '@/lib/guardianship/vocabulary.rules'
import * as handoversHandover from '@/lib/handovers/handover.rules'
import * as i18nLocales from '@/lib/i18n/locales'
import * as importsImport from '@/lib/imports/import.rules'
import * as importsTable from '@/lib/imports/table.rules'
import * as incomingIncoming from '@/lib/incoming/incoming.rules'
import * as lettersTemplate from '@/lib/letters/template.rules'
import * as listsList from '@/lib/lists/list.rules'
import * as noticesNotice from '@/lib/notices/notice.rules'
import * as partnersPartner from '@/lib/partners/partner.rules'
import * as peopleAge from '@/lib/people/age.rules'
import * as peopleAgeSource from '@/lib/people/age-source.rules'
import * as peopleMerge from '@/lib/people/merge.rules'
import * as peopleName from '@/lib/people/name.rules'
import * as peoplePerson from '@/lib/people/person.rules'
import { PERSON_FIELDS } from '@/lib/people/person-field.rules'
import * as peopleWithdrawal from '@/lib/people/withdrawal.rules'
import * as planningConflict from '@/lib/planning/conflict.rules'
import * as referralsGround from '@/lib/referrals/ground.rules'
import * as referralsReferral from '@/lib/referrals/referral.rules'
import * as registersRegister from '@/lib/registers/register.rules'
import { SHARED } from '@/lib/reporting/question.rules'
import * as reviewsReview from '@/lib/reviews/review.rules'
import * as rightsErasure from '@/lib/rights/erasure.rules'
import * as rightsRequest from '@/lib/rights/request.rules'
import * as settingsRegistry from '@/lib/settings/registry.schema'
import { CAPABILITIES } from '@/lib/shared/capabilities'
import * as sharedWhen from '@/lib/shared/when/when.rules'
import * as sheetsSheet from '@/lib/sheets/sheet.rules'
import * as statisticsDisclosure from '@/lib/statistics/disclosure.rules'
import * as statisticsHierarchy from '@/lib/statistics/hierarchy.rules'
import * as statisticsManifest from '@/lib/statistics/manifest.schema'
import * as statisticsMeasure from '@/lib/statistics/measure.rules'
import * as statisticsPeriod from '@/lib/statistics/period.rules'
import * as statisticsRequest from '@/lib/statistics/request.rules'
import * as summariesGround from '@/lib/summaries/ground.rules'
import * as summariesLevel from '@/lib/summaries/level.rules'
import * as systemJob from '@/lib/system/job.rules'
import * as tasksGoal from '@/lib/tasks/goal.rules'
import * as tasksRepeat from '@/lib/tasks/repeat.rules'
import { CODES_OF_RECORDS } from './records'

/**
 * The vocabulary of every column of codes. A test compares each with the CHECKs of a migrated database. A list in place of a
 * vocabulary: the code writes these words and never reads them, or reads them as two vocabularies.
 */
export const STORED_CODES: Readonly<Record<string, readonly string[]>> = {
  ...CODES_OF_RECORDS,
  'access_extract.language': i18nLocales.LOCALES.codes,
  'age_claim.basis': peopleAge.AGE_CLAIM_BASES.codes,
  'age_claim.seen': peopleAgeSource.SEEN.codes,
  'age_claim.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'asylum_application.language': asylumVocabulary.PROCEDURE_LANGUAGES.codes,
  'asylum_application.place': asylumVocabulary.PLACES.codes,
  'asylum_application.reasons': NO_APPLICATION_REASONS.codes,
  'asylum_application.way': asylumVocabulary.WAYS.codes,
  'asylum_event.form': asylumVocabulary.FORMS.codes,
  'asylum_event.ground': asylumVocabulary.GROUNDS.codes,
  'asylum_event.kind': asylumVocabulary.EVENT_KINDS.codes,
  'asylum_event.letter_unit': deadlinesNotification.LETTER_UNITS.codes,
  'asylum_event.notification': deadlinesNotification.NOTIFICATIONS.codes,
  'asylum_event.outcome': asylumVocabulary.OUTCOMES.codes,
  'asylum_event.suspensive': asylumVocabulary.SUSPENSIVE.codes,
  'attachment.kind': attachmentsAttachment.KINDS.codes,
  'attachment.removed_because': attachmentsAttachment.REASONS.codes,
  'attachment.scan': attachmentsAttachment.SCANS.codes,
  'capability_grant.kind': CAPABILITIES.codes,
  'capability_grant.state': CAPABILITY_STATES.codes,
  'saved_report.shared': SHARED.codes,
  'case_closing.kind': casesCase.TURNS.codes,
  'case_file.secrecy': casesCase.SECRECIES.codes,
  'case_former_value.field': [...casesKnown.FILE_FIELDS.codes, 'next_step'],
  'case_leftover.kind': closingsClosing.LEFT_KINDS.codes,
  'case_leftover.reason': closingsClosing.LEFT_REASONS.codes,
  'case_member.guest_kind': circlesGuest.GUEST_KINDS.codes,
  'case_member.kind': [...circlesMember.MEMBER_KINDS.codes, 'guest'],
  'case_member.parts': circlesGuest.PARTS.codes,
  'case_person.basis': casesFilePeople.KIN_BASES.codes,
  'case_person.left_because': casesFilePeople.LEFT_BECAUSE.codes,
  'case_person.role': casesFilePeople.FILE_ROLES.codes,
  'case_summary.audience': summariesLevel.AUDIENCES.codes,
  'case_summary.ground': summariesGround.GROUNDS.codes,
  'case_summary.language': i18nLocales.LOCALES.codes,
  'case_summary.level': summariesLevel.LEVELS.codes,
  'case_summary.sections': summariesLevel.SECTIONS.codes,
  'centre_closure.reason': planningConflict.CLOSURE_REASONS.codes,
  'circle_word.guest_kind': circlesGuest.GUEST_KINDS.codes,
  'circle_word.kind': circlesMember.WORD_KINDS.codes,
  'circle_word.member_kind': circlesMember.MEMBER_KINDS.codes,
  'circle_word.parts': circlesGuest.PARTS.codes,
  'circle_word.state': ['asked', 'agreed', 'refused', 'withdrawn'],
  'comment.kind': commentsComment.COMMENT_KINDS.codes,
  'consent.answer': consentsVocabulary.ANSWERS.codes,
  'consent.child_view': consentsVocabulary.CHILD_VIEWS.codes,
  'consent.form': consentsVocabulary.FORMS.codes,
  'consent.given_by': consentsVocabulary.GIVERS.codes,
  'consent.interpreter': consentsVocabulary.INTERPRETERS.codes,
  'consent.purpose': consentsVocabulary.PURPOSES.codes,
  'consent.scopes': consentsVocabulary.SCOPES.codes,
  'consent_end.kind': consentsVocabulary.ENDS.codes,
  'consent_end.said_by': consentsVocabulary.WITHDRAWERS.codes,
  'correction.state': rightsRequest.CORRECTION_STATES.codes,
  'deadline.cause_kind': deadlinesVocabulary.ENTRY_KINDS.codes,
  'deadline.closed_kind': deadlinesVocabulary.ENTRY_KINDS.codes,
  'deadline.status': deadlineStates.DEADLINE_STATUSES.codes,
  'deadline_ruling.kind': deadlinesRuling.RULING_KINDS.codes,
  'detention_event.channel': detentionVocabulary.CHANNELS.codes,
  'detention_event.court': detentionVocabulary.COURTS.codes,
  'detention_event.doctor_daily': detentionVocabulary.ANSWERS.codes,
  'detention_event.end_reason': detentionVocabulary.END_REASONS.codes,
  'detention_event.escort': detentionVocabulary.ESCORTS.codes,
  'detention_event.force': detentionVocabulary.ANSWERS.codes,
  'detention_event.ground': detentionVocabulary.GROUNDS.codes,
  'detention_event.injuries': detentionVocabulary.ANSWERS.codes,
  'detention_event.isolation_ground': detentionVocabulary.ISOLATION_GROUNDS.codes,
  'detention_event.isolation_regime': detentionVocabulary.ISOLATION_REGIMES.codes,
  'detention_event.kind': detentionVocabulary.EVENT_KINDS.codes,
  'detention_event.order_kind': detentionVocabulary.ORDER_KINDS.codes,
  'detention_event.petition_outcome': detentionVocabulary.PETITION_OUTCOMES.codes,
  'detention_event.phase': detentionVocabulary.DUBLIN_PHASES.codes,
  'detention_event.removal_kind': detentionVocabulary.REMOVAL_KINDS.codes,
  'detention_event.removal_outcome': detentionVocabulary.REMOVAL_OUTCOMES.codes,
  'detention_event.told_to': detentionVocabulary.TOLD_PEOPLE.codes,
  'detention_event.withdrawn_because': detentionVocabulary.WITHDRAWALS.codes,
  'config_edition.state': configurationEdition.EDITION_STATES.codes,
  'config_edition.subject': configurationEdition.SUBJECTS.codes,
  'encounter_finer.kind': Object.keys(listsList.LIST_OF_KIND),
  'list_shown.list': listsList.SHOWN_LISTS.codes,
  'list_value.list': listsList.FINER_LISTS.codes,
  // The name is a column of the organisation.
  'setting.key': settingsRegistry.SETTING_KEYS.codes.filter((key) => key !== 'organisation.name'),
  'encounter.interpreter': detentionConversation.INTERPRETERS.codes,
  'encounter.mode': detentionConversation.MODES.codes,
  'encounter.outcome': detentionOutcome.OUTCOMES.codes,
  'encounter.own_outcome': detentionOutcome.OUTCOMES.codes,
  'encounter_account.outcome': detentionOutcome.OUTCOMES.codes,
  'encounter_revision.outcome': detentionOutcome.OUTCOMES.codes,
  'exploiter.secrecy': ['restricted', 'sealed'],
  'enquiry.way': enquiriesEnquiry.ENQUIRY_WAYS.codes,
  'file_erasure.ground': rightsErasure.listGrounds(),
  'file_erasure.state': ['asked', 'done', 'refused', 'withdrawn'],
  'glass.kind': circlesGlass.GLASS_KINDS.codes,
  'glass.verdict': circlesGlass.VERDICTS.codes,
  'goal.state': tasksGoal.GOAL_STATES.codes,
  'task.repeats': tasksRepeat.REPEATS.codes,
  'guardianship_event.form': guardianshipVocabulary.FORMS,
  'guardianship_event.kind': guardianshipVocabulary.EVENT_KINDS.codes,
  'guardianship_event.notification': deadlinesNotification.NOTIFICATIONS.codes,
  'guardianship_event.outcome': guardianshipVocabulary.OUTCOMES.codes,
  'handover.kind': handoversHandover.KINDS.codes,
  'handover.state': handoversHandover.STATES.codes,
  'handover_item.state': handoversHandover.ITEM_STATES.codes,
  'head_copy.way': ['file', 'mail', 'webhook'],
  'help_body.ages': countriesHelpBody.AGES.codes,
  'help_body.kind': countriesHelpBody.BODY_KINDS.codes,
  'help_body.regions': countriesHelpBody.REGIONS.codes,
  'instance.kind': ['pages', 'jobs'],
  'import.encoding': importsTable.ENCODINGS.codes,
  'import.separator': importsTable.SEPARATORS.codes,
  'import.source': importsTable.SOURCES.codes,
  'import.state': importsImport.STATES.codes,
  'import_match.decision': importsImport.DECISIONS.codes,
  'import_piece.state': ['waiting', 'done', 'undone'],
  'job_run.state': systemJob.RUN_STATES.codes,
  'legal_hold.ground': rightsErasure.HOLD_GROUNDS.codes,
  'nationality.certainty': peoplePerson.CERTAINTIES.codes,
  'nationality.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'newer_figure.qualifier': countriesVocabulary.QUALIFIERS.codes,
  'newer_figure.state': countriesNewer.NEWER_STATES.codes,
  'notice_preference.digest': noticesNotice.DIGESTS.codes,
  'notice_setting.way': noticesNotice.WAYS.codes,
  ...Object.fromEntries(
    Object.values(PERSON_FIELDS).map(({ column, answers }) => [`person.${column}`, answers.codes]),
  ),
  'letter_edition.language': sheetsSheet.LANGUAGES.codes,
  'letter_edition.purpose': lettersTemplate.PURPOSES.codes,
  'letter_edition.reader': lettersTemplate.READERS.codes,
  'letter_edition.sections': summariesLevel.SECTIONS.codes,
  'letter_edition.state': lettersTemplate.TEMPLATE_STATES.codes,
  'incoming_link.locale': i18nLocales.LOCALES.codes,
  'incoming_referral.outcome': incomingIncoming.OUTCOMES.codes,
  'incoming_referral.urgency': incomingIncoming.INCOMING_URGENCIES.codes,
  'partner.ages': countriesHelpBody.AGES.codes,
  'partner.kind': partnersPartner.PARTNER_KINDS.codes,
  'partner.regions': countriesHelpBody.REGIONS.codes,
  'partner_person.ways': partnersPartner.COMING_WAYS.codes,
  'own_field.class': fieldsField.FIELD_CLASSES.codes,
  'own_field.owner': fieldsOwner.FIELD_OWNERS.codes,
  'own_field.type': fieldsField.FIELD_TYPES.codes,
  'own_field_edition.level': fieldsField.FIELD_LEVELS.codes,
  'own_field_edition.part': fieldsField.FIELD_PARTS.codes,
  'own_field_edition.required': fieldsField.REQUIRED.codes,
  'own_field_edition.state': fieldsField.EDITION_STATES.codes,
  'own_person_value.state': fieldsField.ANSWER_STATES.codes,
  'own_person_value.withdrawn_because': fieldsField.FIELD_WITHDRAWN.codes,
  'own_value.state': fieldsField.ANSWER_STATES.codes,
  'own_value.withdrawn_because': fieldsField.FIELD_WITHDRAWN.codes,
  'own_visit_value.state': fieldsField.ANSWER_STATES.codes,
  'own_visit_value.withdrawn_because': fieldsField.FIELD_WITHDRAWN.codes,
  'person_identifier.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'person_language.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'person_merge.because': peopleMerge.MERGE_REASONS.codes,
  'person_name.kind': peopleName.NAME_KINDS.codes,
  'person_name.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'person_origin.certainty': peoplePerson.CERTAINTIES.codes,
  'person_origin.kind': peoplePerson.ORIGIN_KINDS.codes,
  'person_origin.withdrawn_because': peopleWithdrawal.WITHDRAWN_BECAUSE.codes,
  'reception_stay.code_207': ['assigned', 'no_show', 'modified', 'abolished', 'none'],
  'reception_stay.end_reason': asylumStay.END_REASONS.codes,
  'reception_stay.phase': ['first', 'second', 'uam_phase_1', 'uam_phase_2', 'uam_phase_3', 'none'],
  'referral_step.ground': referralsGround.GROUNDS.codes,
  'trafficking_event.secrecy': ['restricted', 'sealed'],
  'referral_step.kind': [...referralsReferral.STEPS.codes, 'taken_back'],
  'referral_step.way': referralsReferral.WAYS.codes,
  'related_file.basis': casesFilePeople.KIN_BASES.codes,
  'related_file.kind': casesRelatedFile.RELATION_KINDS.codes,
  'reported_mistake.about': countriesMistake.MISTAKE_SUBJECTS.codes,
  'reported_mistake.outcome': countriesMistake.MISTAKE_OUTCOMES.codes,
  'review_item.decision': reviewsReview.DECISIONS.codes,
  'sdc_record.ending': [...statisticsHierarchy.endings.codes, statisticsHierarchy.unknown],
  'sdc_record.length': [...statisticsHierarchy.lengths.codes, statisticsHierarchy.unknown],
  'sdc_record.sex': [...statisticsHierarchy.sexes.codes, statisticsHierarchy.unknown],
  'sdc_record.unit': statisticsMeasure.units.codes,
  'sdc_release.kind': statisticsManifest.releaseKinds.codes,
  'sdc_release.profile': statisticsDisclosure.profiles.codes,
  'sdc_request.kind': statisticsRequest.twoAdminKinds.codes,
  'sdc_request.state': statisticsRequest.requestStates.codes,
  'sheet_given.language': sheetsSheet.LANGUAGES.codes,
  'sheet_given.mistake': registersRegister.MISTAKES.codes,
  'signal.severity': casesSeverity.SEVERITIES.codes,
  'system_mark.kind': ['backup', 'verify', 'ready', 'certificate'],
  'snapshot.hierarchies': statisticsHierarchy.hierarchyVersions.codes,
  'snapshot.period_kind': statisticsPeriod.PERIOD_KINDS.codes,
  'stay_document.kind': asylumStay.DOCUMENT_KINDS.codes,
  'trafficking_account.secrecy': ['restricted', 'sealed'],
  'trafficking_sign.mistake': registersRegister.MISTAKES.codes,
  'trafficking_sign.secrecy': ['restricted', 'sealed'],
  'visit.access': detentionVisit.ACCESS.codes,
  'visit_plan.state': ['draft', 'published', 'cancelled'],
  'wrapped_key.holder_kind': ['person', 'file', 'visit', 'glass', 'vault', 'import', 'partner', 'incoming'],
}

/** Columns of which a CHECK names some codes; what else they may hold is said by a code list, a foreign key or a trigger. */
export const PARTLY_CHECKED: Readonly<Record<string, readonly string[]>> = {
  'note.kind': casesCase.NOTE_KINDS.codes,
  'person_language.level': [...peoplePerson.LANGUAGE_LEVELS.codes, ...peoplePerson.LANGUAGE_SILENCES.codes],
  'case_file.kind': ['thb'],
  'consent.recipient': ['named', 'house'],
  'guardianship_event.secrecy': casesCase.SECRECIES.codes,
  'handover_item.secrecy': casesCase.SECRECIES.codes,
  'name_word.secrecy': casesCase.SECRECIES.codes,
  // Beside the two silences any day of lib/shared/when.
  'nationality.since_when': sharedWhen.WHEN_SILENCES.codes,
  'nationality.until_when': sharedWhen.WHEN_SILENCES.codes,
  'safe_contact.secrecy': casesCase.SECRECIES.codes,
  'activity.secrecy': casesCase.SECRECIES.codes,
  'report_quote.secrecy': casesCase.SECRECIES.codes,
  'appointment.secrecy': casesCase.SECRECIES.codes,
  'group_person.secrecy': casesCase.SECRECIES.codes,
}
