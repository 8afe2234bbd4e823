/** What the audit log says of activities, of appointments, of group sessions, of enquiries without a file, of projects and of own fields. */
export type ActivityEvent =
  | { readonly event: 'enquiry.recorded' | 'enquiry.takenBack'; readonly enquiryId: string }
  | { readonly event: 'group.saved'; readonly groupId: string; readonly version: number }
  | { readonly event: 'project.saved'; readonly projectId: string; readonly version: number }
  | { readonly event: 'field.published'; readonly fieldId: string; readonly edition: number }
  | {
      readonly event: 'activity.saved' | 'appointment.saved' | 'group.attended'
      readonly caseId: string
      readonly subjectId: string
      readonly version: number
    }
