import { runTogether } from "./run-together";

runTogether("api", 4, 4);
