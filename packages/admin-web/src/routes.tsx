import { useQuery } from "@apollo/client/react";
import { lazy, Suspense, useEffect } from "react";
import { Route, Routes } from "react-router";
import { ViewerDocument } from "./graphql/graphql";
import { failureOf } from "./lib/refusal";
import { ViewerContext } from "./lib/viewer";
import { useFollowRefusals } from "./ui/frame/follow-refusals";
import { Failed, Skeleton } from "./ui/view-state";

const Frame = lazy(() => import("./ui/frame/frame").then(({ Frame }) => ({ default: Frame })));
const SignInPage = lazy(() => import("./features/sign-in/sign-in-page"));
const TodayPage = lazy(() => import("./features/today/today-page"));
const NightPage = lazy(() => import("./features/today/night-page"));
const RestingPage = lazy(() => import("./features/resting/resting-page"));
const TasksPage = lazy(() => import("./features/tasks/tasks-page"));
const CallListPage = lazy(() => import("./features/calls/call-list-page"));
const CallRoomPage = lazy(() => import("./features/calls/call-room-page"));
const CasesPage = lazy(() => import("./features/cases/cases-page"));
const CasePage = lazy(() => import("./features/cases/case-page"));
const DebtorsPage = lazy(() => import("./features/debtors/debtors-page"));
const DebtorPage = lazy(() => import("./features/debtors/debtor-page"));
const AccountPage = lazy(() => import("./features/debtors/account-page"));
const BooksPage = lazy(() => import("./features/reports/books-page"));
const InvoicesPage = lazy(() => import("./features/invoices/invoices-page"));
const InvoicePage = lazy(() => import("./features/invoices/invoice-page"));
const ImportPage = lazy(() => import("./features/invoices/import-page"));
const BankPage = lazy(() => import("./features/bank/bank-page"));
const PlansPage = lazy(() => import("./features/payment-plans/plans-page"));
const DisputesPage = lazy(() => import("./features/disputes/disputes-page"));
const HandOversPage = lazy(() => import("./features/agencies/hand-overs-page"));
const InsightsPage = lazy(() => import("./features/reports/insights-page"));
const MessagePage = lazy(() => import("./features/communications/message-page"));
const PostPage = lazy(() => import("./features/communications/post-page"));
const SettingsPage = lazy(() => import("./features/organisations/settings-page"));
const LaddersPage = lazy(() => import("./features/ladders/ladders-page"));
const TextsPage = lazy(() => import("./features/templates/texts-page"));
const TextPage = lazy(() => import("./features/templates/text-page"));
const LadderPage = lazy(() => import("./features/ladders/ladder-page"));
const MenuPage = lazy(() => import("./ui/frame/menu-page"));
const UnknownPage = lazy(() => import("./ui/frame/unknown-page"));

const BEFORE = "tegemoet-signed-in-before";

// Who was here before most likely still is: the frame and the first page come while the server looks at the session.
if (localStorage.getItem(BEFORE)) {
  void import("./ui/frame/frame");
  if (location.pathname === "/") void import("./features/today/today-page");
}

/** The whole portal: the sign-in page for whoever isn't known yet, else the frame with its pages. */
export function Portal() {
  const { data, error, loading, refetch } = useQuery(ViewerDocument, { fetchPolicy: "cache-and-network", pollInterval: 60_000 });
  useFollowRefusals();
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer) localStorage.setItem(BEFORE, "yes");
  }, [viewer]);
  if (!data) return <main className="page">{error && failureOf(error).code !== "NOT_SIGNED_IN" ? <Failed error={error} retry={refetch} /> : <Skeleton rows={6} waiting={loading} />}</main>;
  if (!viewer) return <Suspense fallback={null}><SignInPage /></Suspense>;
  return (
    <ViewerContext value={viewer}>
      <Routes>
        <Route path="calls/:taskId" element={<Suspense fallback={<main className="page"><Skeleton rows={8} waiting /></main>}><CallRoomPage /></Suspense>} />
        <Route element={<Suspense fallback={null}><Frame /></Suspense>}>
          <Route index element={<TodayPage />} />
          <Route path="night" element={<NightPage />} />
          <Route path="tasks" element={<TasksPage />} />
          <Route path="resting" element={<RestingPage />} />
          <Route path="calls" element={<CallListPage />} />
          <Route path="cases" element={<CasesPage />} />
          <Route path="cases/:id" element={<CasePage />} />
          <Route path="debtors" element={<DebtorsPage />} />
          <Route path="debtors/:id" element={<DebtorPage />} />
          <Route path="debtors/:id/account" element={<AccountPage />} />
          <Route path="books" element={<BooksPage />} />
          <Route path="invoices" element={<InvoicesPage />} />
          <Route path="invoices/import" element={<ImportPage />} />
          <Route path="invoices/:id" element={<InvoicePage />} />
          <Route path="bank" element={<BankPage />} />
          <Route path="plans" element={<PlansPage />} />
          <Route path="disputes" element={<DisputesPage />} />
          <Route path="hand-overs" element={<HandOversPage />} />
          <Route path="insights" element={<InsightsPage />} />
          <Route path="post" element={<PostPage />} />
          <Route path="messages/:id" element={<MessagePage />} />
          <Route path="settings/texts" element={<TextsPage />} />
          <Route path="settings/texts/:kind/:channel/:language/:tone" element={<TextPage />} />
          <Route path="settings/ladders" element={<LaddersPage />} />
          <Route path="settings/ladders/:id" element={<LadderPage />} />
          <Route path="settings/:part?" element={<SettingsPage />} />
          <Route path="menu" element={<MenuPage />} />
          <Route path="*" element={<UnknownPage />} />
        </Route>
      </Routes>
    </ViewerContext>
  );
}
