/** What the audit log says of accounts: who signs in and by what, who works here, in which role and office, and who may read exact figures (no number is in any of them). */
type OnStaff = { readonly staffId: string }

export type AccountEvent =
  | { readonly event: 'account.listed'; readonly count: number }
  | { readonly event: 'account.invited'; readonly invitationId: string; readonly role: string }
  | { readonly event: 'account.uninvited'; readonly invitationId: string }
  | ({ readonly event: 'account.accepted'; readonly invitationId: string } & OnStaff)
  | ({ readonly event: 'account.opened' } & OnStaff)
  | ({ readonly event: 'account.vouched' } & OnStaff)
  | ({ readonly event: 'account.edited'; readonly version: number } & OnStaff)
  | ({ readonly event: 'account.deactivated' } & OnStaff)
  | ({ readonly event: 'account.doorClosed' } & OnStaff)
  | ({ readonly event: 'account.reactivated' } & OnStaff)
  | ({ readonly event: 'dataLead.set'; readonly leads: boolean } & OnStaff)
  | ({ readonly event: 'role.changed'; readonly role: string } & OnStaff)
  | { readonly event: 'passkey.begun' }
  | { readonly event: 'passkey.added'; readonly passkeyId: string }
  | { readonly event: 'passkey.named'; readonly passkeyId: string }
  | { readonly event: 'passkey.removed'; readonly passkeyId: string }
  | { readonly event: 'team.created'; readonly teamId: string }
  | ({ readonly event: 'accreditation.set'; readonly accreditationId: string } & OnStaff)
  | {
      readonly event: 'report.capabilityAsked'
      readonly grantId: string
      readonly staffId: string
      readonly kind: string
      readonly until: string
    }
  | { readonly event: 'report.capabilityAnswered'; readonly grantId: string; readonly said: string }
  | { readonly event: 'report.capabilityEnded'; readonly grantId: string }
  | { readonly event: 'report.readersListed'; readonly count: number }
  | ({ readonly event: 'session.started'; readonly sessionId: string } & OnStaff)
  | { readonly event: 'session.refused'; readonly reason: string; readonly staffId: string | null }
  | ({ readonly event: 'session.ended'; readonly sessionId: string } & OnStaff)
  | ({ readonly event: 'session.steppedUp'; readonly means: string } & OnStaff)
  | ({ readonly event: 'sessions.ended'; readonly count: number } & OnStaff)
  | ({ readonly event: 'secondStep.enrolled' } & OnStaff)
  | ({ readonly event: 'secondStep.used'; readonly means: string } & OnStaff)
  | ({ readonly event: 'password.changed' } & OnStaff)
  | ({ readonly event: 'password.resetBegun' } & OnStaff)
  | ({ readonly event: 'password.reset' } & OnStaff)
