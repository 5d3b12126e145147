export { default } from "./ladders-page";
