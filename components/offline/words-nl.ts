import { field, save, way } from '@/messages/nl/activities.json'
import alike from '@/messages/nl/alike.json'
import common from '@/messages/nl/common.json'
import contacts from '@/messages/nl/contacts.json'
import detention from '@/messages/nl/detention.json'
import errors from '@/messages/nl/errors.json'
import forms from '@/messages/nl/forms.json'
import layout from '@/messages/nl/layout.json'
import offline from '@/messages/nl/offline.json'
import { choose } from '@/messages/nl/projects.json'
import tasks from '@/messages/nl/tasks.json'
import warn from '@/messages/nl/warn.json'

// The name of the application stands nowhere on a page that anyone at a gate may see.
export const words = {
  activities: { field, save, way },
  alike,
  common: { ...common, name: offline.name },
  contacts,
  detention,
  errors,
  forms,
  layout,
  offline,
  projects: { choose },
  tasks,
  warn,
}
