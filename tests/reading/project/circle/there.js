export { lost, back as turn } from './here.js'
