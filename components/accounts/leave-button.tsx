import { ActionButton } from '@/components/forms/action-button'
import { signOut } from '@/lib/accounts/session.actions'

/** The way out for a session that may do nothing yet. */
export const LeaveButton = ({ children }: { children: string }) => (
  <p className="mt-5">
    <ActionButton action={signOut} input={{}} kind="plain" then="/sign-in">
      {children}
    </ActionButton>
  </p>
)
