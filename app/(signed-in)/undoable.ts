// What a toast may take back. It outlives the page that showed it, and a page carries out only the commands that it brings: so every
// signed-in page brings these (held to the components by tests/architecture/undoable.test.ts).
import '@/lib/cases/case.actions'
import '@/lib/cases/pin.actions'
import '@/lib/planning/plan.actions'
import '@/lib/tasks/goal.actions'
import '@/lib/tasks/task.actions'
