// A program of its own: follows the tenant of the environment as a dashboard does, for as long as it may, and does
// nothing else of what a dashboard does.
import { startFollowing } from '../start.ts'

startFollowing()
