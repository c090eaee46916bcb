export function DrillPage() {
  return null
}
