"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

BIAS = -2.27735
LINES = """\
other_asks_the_same 0.5 1 8|unique 0.575974 2 5|cosine_lead 0.106397 3 4|-0.0739|-0.01721|same_opener 0.5 6 7|0.186|-0.0429|0.526
shared_weight 0.368839 1 6|columns 1.19063 2 3|-0.07054|covered 0.0913084 4 5|-0.0284|0.1446|who_tell 2.5 7 10|cosine_lead 0.104712 8 9|-0.01313|0.3559|who 3.5 11 12|0.008984|-0.05326
covered 0.19761 1 8|asks_the_same 0.5 2 5|shared_weight 0.3353 3 4|-0.07069|0.01138|substance_lead 0.0603576 6 7|0.007314|0.1597|who 3.5 9 12|substance_shared 2.5 10 11|0.007618|0.286|-0.04807
shared_weight 0.3353 1 6|asks_the_same 0.5 2 5|fields_shared 2.5 3 4|-0.06997|0.002487|0.06789|office_known 0.5 7 10|cosine 0.103892 8 9|-0.03228|0.2303|other_asks_the_same 0.5 11 12|-0.05827|0.04951
other_asks_the_same 0.5 1 8|unique 0.575974 2 5|cosine 0.106252 3 4|-0.07137|-0.01676|office_known 0.5 6 7|0.1233|-0.04556|0.2027
other_asks_the_same 0.5 1 6|cosine_lead 0.106397 2 3|-0.07091|own_office 0.5 4 5|0.07267|-0.05811|0.1763
shared_weight 0.3353 1 6|other_asks_the_same 0.5 2 5|b_reminder -1.76979 3 4|-0.06805|0.01779|0.05659|office_known 0.5 7 10|cosine 0.103892 8 9|-0.03043|0.1549|columns 1.29375 11 12|-0.05726|0.04861
cosine 0.110533 1 6|b_reminder -1.76979 2 5|cosine_lead 0.102467 3 4|-0.07121|0.001022|0.01755|who 2.5 7 10|fields_shared 0.5 8 9|0.01453|0.1415|subject 0.140974 11 12|0.01579|-0.05664
other_asks_the_same 0.5 1 8|shared_weight 0.3353 2 5|m_length 3.5 3 4|-0.06799|-0.006643|subject_of_other 0.0484946 6 7|-0.05114|0.06176|0.1327
other_asks_the_same 0.5 1 8|unique 0.345332 2 5|concepts 0.633333 3 4|-0.06915|-0.01687|b_cancel -6.67034 6 7|-0.04063|0.07469|0.1224
cosine 0.110533 1 8|b_update -1.75705 2 5|cosine 0.102417 3 4|-0.06982|-0.001289|who_lead 0.25 6 7|-0.02256|0.02143|who 2.5 9 12|over_days 0.951389 10 11|0.1057|-0.0344|opener_group 0.5 13 14|0.006199|-0.05434
other_asks_the_same 0.5 1 8|cosine 0.106252 2 5|b_reminder -1.76979 3 4|-0.06949|0.01938|b_cancel -6.67034 6 7|-0.04138|0.05076|subject_of_other 0.060379 9 10|0.02625|0.1133
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_reminder -1.76979 3 4|-0.06905|0.01914|signed_apart 0.5 6 7|-0.0354|0.04909|subject 0.0603414 9 10|0.02534|quiet_hours 95.5833 11 12|0.1103|0.01872
shared_weight 0.3353 1 8|fields_shared 2.5 2 5|b_cancel -3.68233 3 4|-0.06748|0.03151|n_sources 2.5 6 7|0.06467|-0.01571|office_known 0.5 9 12|unique 0.140591 10 11|0.006511|0.1005|columns 1.29375 13 14|-0.05491|0.0359
covered 0.113593 1 8|fields_special 0.5 2 5|b_reminder -1.76979 3 4|-0.06889|0.01944|margin 0.104922 6 7|-0.03088|0.05237|who 3.5 9 12|quiet_hours 100.167 10 11|0.08877|-0.03261|-0.051
concepts 0.633333 1 8|unique 0.458532 2 5|fields_special 0.5 3 4|-0.06902|-0.008547|columns 0.134856 6 7|-0.02818|0.07127|shared_weight 0.241968 9 12|b_duplicate -4.48961 10 11|-0.04409|0.0217|quiet_hours 100.167 13 14|0.09601|-0.0117
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_none -1.73431 3 4|-0.06742|0.01753|same_opener 0.5 6 7|0.02988|-0.04935|columns 1.08141 9 10|0.01893|0.09011
concepts 0.633333 1 8|fields_special 0.5 2 5|covered 0.274982 3 4|-0.06593|0.01142|substance 0.146409 6 7|-0.03119|0.07819|cosine 0.107464 9 12|when 1.5 10 11|-0.04786|0.03735|quiet_hours 100.167 13 14|0.0912|-0.01301
margin 0.0963567 1 6|subject 0.158766 2 5|b_reminder -1.76979 3 4|-0.06666|0.02348|0.01615|own_office 0.5 7 10|covered 0.155967 8 9|0.00913|0.07834|demand 4.5 11 12|-0.05158|0.005007
cosine 0.102417 1 6|b_cancel -3.68233 2 3|-0.06595|substance 0.0327897 4 5|0.02472|-0.008282|own_office 0.5 7 10|concepts 0.55 8 9|0.007887|0.07602|columns 0.95 11 12|-0.04985|0.0003324
contain 0.0963567 1 4|b_none -1.73431 2 3|-0.06579|0.02221|concepts 0.633333 5 8|fields_special 0.5 6 7|-0.04122|0.05968|same_opener 0.5 9 10|0.07253|-0.02323
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_cancel -3.68233 3 4|-0.0652|0.01527|b_cancel -6.82034 6 7|-0.05737|0.02768|office_apart 0.5 9 10|0.004951|0.07955
contain 0.0963567 1 6|b_update -1.75705 2 3|-0.06474|b_update -1.14772 4 5|0.02658|-0.01434|other_asks_the_same 0.5 7 10|quiet_hours 97.6667 8 9|0.02179|-0.05491|office_apart 0.5 11 12|0.004787|0.07948
concepts 0.633333 1 8|fields_special 0.5 2 5|cosine_lead 0.264276 3 4|-0.06123|0.01026|substance 0.146409 6 7|-0.02702|0.06813|quiet_hours 100.167 9 12|cosine 0.107464 10 11|-0.0125|0.0733|fields_special 0.5 13 14|-0.04115|0.008341
contain 0.0963567 1 6|b_duplicate -2.36406 2 3|-0.0637|v_own_subject 0.5 4 5|-0.01733|0.02596|who 2.5 7 10|who_lead -3.25 8 9|-0.01208|0.05924|unique 0.783268 11 12|-0.04824|-0.0004881
other_asks_the_same 0.5 1 8|unique 0.345332 2 5|m_length 3.5 3 4|-0.05775|0.02831|owner_named 0.5 6 7|0.03559|-0.03672|office_apart 0.5 9 10|0.002919|0.07158
cosine 0.102417 1 4|b_none -1.82479 2 3|-0.06296|0.02202|quiet_hours 100.167 5 8|columns 0.134856 6 7|-0.007403|0.06187|other_asks_the_same 0.5 9 10|-0.0523|0.01226
concepts 0.633333 1 8|fields_special 0.5 2 5|unique 0.675307 3 4|-0.06303|-0.0006504|substance_shared 3.5 6 7|-0.02418|0.06034|subject_of_other 0.0614504 9 12|due_hours 192.667 10 11|0.01683|-0.03882|quiet_hours 100.167 13 14|0.06776|-0.02193
concepts 0.633333 1 8|fields_special 0.5 2 5|cosine 0.264276 3 4|-0.05842|0.009103|substance 0.146409 6 7|-0.02431|0.05915|cosine 0.107464 9 12|moment 0.5 10 11|-0.04066|0.03427|v_next_of_series 0.5 13 14|0.05746|-0.02343
cosine 0.102417 1 4|b_reminder -1.76979 2 3|-0.06152|0.02312|quiet_hours 100.167 5 8|subject_of_other 0.0 6 7|-0.0363|0.04846|other_asks_the_same 0.5 9 10|-0.05073|0.01171
cosine 0.102417 1 4|b_none -1.82479 2 3|-0.06094|0.02265|same_sender 0.5 5 8|quiet_hours 53.1667 6 7|0.05021|-0.01187|when_lead -3.5 9 10|0.007631|-0.04555
shared_weight 0.3353 1 8|fields_shared 2.5 2 5|b_cancel -3.68233 3 4|-0.06|0.03638|margin 0.0848472 6 7|-0.01422|0.04303|office_known 0.5 9 12|covered 0.11071 10 11|-0.0153|0.05268|fields 0.5125 13 14|-0.04772|0.01849
concepts 0.633333 1 8|shared_weight 0.482127 2 5|m_fields 4.5 3 4|-0.06362|-0.01406|office_apart 0.5 6 7|-0.02545|0.04069|cosine 0.107464 9 12|past_moment 0.5 10 11|-0.03749|0.03278|v_next_of_series 0.5 13 14|0.05004|-0.02184
unique 0.261941 1 6|fields 0.80625 2 5|b_reminder -1.76979 3 4|-0.04915|0.02356|0.03872|who_lead 1.25 7 10|covered 0.11071 8 9|-0.01899|0.05575|e_update 0.5 11 12|-0.03663|0.01026
concepts 0.633333 1 8|fields_special 0.5 2 5|cosine_lead 0.264276 3 4|-0.05566|0.01009|signed_apart 0.5 6 7|-0.01874|0.04863|over_days 0.0138889 9 12|substance 0.0675045 10 11|-0.007065|0.04893|fields 0.0370879 13 14|0.007966|-0.03053
concepts 0.633333 1 8|unique 0.458532 2 5|shared_weight 0.482127 3 4|-0.06182|0.005572|fields 0.134856 6 7|-0.02222|0.05011|b_cancel -6.82251 9 12|other_asks_the_same 0.5 10 11|-0.04926|0.02928|due_hours 223.417 13 14|0.06049|-0.002883
subject_of_other 0.0614504 1 6|fields 0.80625 2 5|m_length 3.5 3 4|-0.06291|0.02711|0.02798|quiet_hours 100.167 7 10|fields 0.134856 8 9|-0.004692|0.05272|who_lead -0.25 11 12|-0.04413|2.981e-05
unique 0.261941 1 8|concepts 0.708333 2 5|m_length 3.5 3 4|-0.06123|0.02582|fields_shared 1.5 6 7|-0.0319|0.03398|same_sender 0.5 9 12|covered 0.11071 10 11|-0.01961|0.05108|b_none -4.00113 13 14|-0.03664|0.009957
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|m_fields 5.5 3 4|-0.05595|-0.005368|substance 0.106777 6 7|-0.04286|0.03407|subject 0.0603414 9 10|-0.002465|concepts 0.708333 11 12|0.009379|0.05971
subject_of_other 0.0614504 1 6|columns 3.26667 2 5|v_own_subject 0.5 3 4|-0.05395|0.01884|0.02339|unique 0.261941 7 10|fields_shared 1.5 8 9|-0.04079|0.01055|who_lead 1.25 11 12|0.05044|-0.0153
concepts 0.633333 1 8|fields_special 0.5 2 5|unique 0.675307 3 4|-0.05661|-0.000615|substance 0.146409 6 7|-0.01799|0.04634|other_asks_the_same 0.5 9 12|b_cancel -6.82282 10 11|-0.04716|0.02734|concepts 0.708333 13 14|0.006304|0.04965
covered 0.0899445 1 6|b_reminder -1.76979 2 5|substance 0.198125 3 4|-0.05626|-0.0004008|0.02426|signed_apart 0.5 7 10|due_hours 145.333 8 9|0.0191|-0.04273|n_sources 1.5 11 12|-0.003241|0.04638
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|covered 0.200886 3 4|-0.05779|0.01669|b_cancel -6.67034 6 7|-0.0255|0.04523|subject_of_other 0.060379 9 10|-0.003024|concepts 0.708333 11 12|0.007209|0.05606
contain 0.0963567 1 4|b_none -1.73431 2 3|-0.05509|0.02538|signed_apart 0.5 5 8|due_hours 172.0 6 7|0.0147|-0.04623|who_lead -3.25 9 10|-0.01277|0.04069
concepts 0.633333 1 8|fields_shared 0.5 2 5|substance 0.273895 3 4|-0.05542|0.008973|unique 0.458532 6 7|-0.02924|0.0392|quiet_hours 100.167 9 12|subject 0.372252 10 11|0.04145|-0.01615|who_lead -0.25 13 14|-0.03483|0.003853
contain 0.0963567 1 6|b_update -1.75705 2 3|-0.05374|b_update -1.14772 4 5|0.02732|-0.005306|own_office 0.5 7 10|who_lead -3.25 8 9|-0.01859|0.03309|subject 0.0815034 11 12|0.007456|-0.04034
concepts 0.633333 1 6|substance_lead 0.106777 2 3|-0.05452|columns 0.134856 4 5|-0.0302|0.03364|other_asks_the_same 0.5 7 10|b_cancel -6.82282 8 9|-0.04577|0.02411|subject 0.0603414 11 12|-0.002053|0.04755
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|m_fields 5.5 3 4|-0.05264|-0.00213|substance_shared 3.5 6 7|-0.02824|0.02787|stranger_named 0.5 9 10|-0.002657|unique 0.328328 11 12|0.005568|0.05437
concepts 0.633333 1 8|columns 0.134856 2 5|covered 0.274982 3 4|-0.05868|0.0164|substance_lead 0.106777 6 7|-0.03256|0.03182|b_new 4.00782 9 12|m_formal 0.5 10 11|-0.006344|0.05171|b_update -6.4592 13 14|0.03699|-0.01946
concepts 0.633333 1 8|unique 0.458532 2 5|shared_weight 0.482127 3 4|-0.05573|0.006605|columns 0.134856 6 7|-0.01952|0.03755|b_none -6.59058 9 12|quiet_hours 26.0 10 11|0.02322|-0.02147|quiet_hours 97.6667 13 14|0.04525|-0.02142
subject_of_other 0.0614504 1 6|b_reminder -1.76979 2 5|demand 4.5 3 4|-0.04783|0.004992|0.02633|other_asks_the_same 0.5 7 10|b_new 3.85454 8 9|0.034|-0.01904|substance 0.179927 11 12|0.01418|0.05049
other_asks_the_same 0.5 1 8|b_cancel -6.67034 2 5|who -1.5 3 4|-0.002571|-0.04815|substance_lead 0.106777 6 7|-0.03541|0.02865|office_apart 0.5 9 10|-0.00836|mailbox_apart 0.5 11 12|0.05063|0.001268
subject_of_other 0.0614504 1 8|m_length 3.5 2 5|columns 3.26667 3 4|-0.05476|0.01995|columns 0.134856 6 7|-0.01036|0.0482|other_asks_the_same 0.5 9 12|quiet_hours 18.5 10 11|0.02725|-0.02183|quiet_hours 51.8333 13 14|0.05343|-0.00795
covered 0.0899445 1 8|b_cancel -3.68233 2 5|margin 0.254902 3 4|-0.05014|-0.001749|shared_weight 0.0548592 6 7|0.02647|-0.003161|b_cancel -6.82034 9 12|fields 0.854167 10 11|-0.03589|0.02653|who 3.5 13 14|0.03322|-0.03048
unique 0.261941 1 8|m_length 3.5 2 5|concepts 0.708333 3 4|-0.05579|0.008399|columns 0.0370879 6 7|-0.01117|0.04712|subject_of_other 0.060379 9 12|b_duplicate -5.42888 10 11|-0.03785|0.003787|shared_weight 0.283783 13 14|-0.01933|0.03876
covered 0.200886 1 6|columns 0.134856 2 3|-0.05546|b_duplicate -4.91566 4 5|-0.009248|0.04564|subject 0.197673 7 10|cosine 0.343241 8 9|0.05825|-0.005957|substance 0.273895 11 12|-0.03168|0.02212
quiet_hours 53.1667 1 8|contain 0.0963567 2 5|b_reminder -1.76979 3 4|-0.04018|0.02585|stranger_named 0.5 6 7|-0.01006|0.03355|b_duplicate -5.34567 9 12|cosine_lead 0.334759 10 11|-0.05528|0.00522|covered 0.0905064 13 14|-0.0159|0.02158
fields 0.134856 1 8|cosine_lead 0.20967 2 5|b_cancel -3.68233 3 4|-0.0523|0.01097|b_new 4.98901 6 7|0.02496|-0.02267|unique 0.379222 9 12|n_sources 1.5 10 11|-0.03492|0.01339|subject_of_other 0.0619384 13 14|-0.02376|0.04571
concepts 0.633333 1 8|shared_weight 0.482127 2 5|b_duplicate -2.77805 3 4|-0.04599|0.01143|phrases 4.5 6 7|0.03182|-0.0237|b_cancel -6.82251 9 12|b_update -6.58371 10 11|0.0232|-0.04784|due_hours 223.417 13 14|0.04682|-0.009841
other_asks_the_same 0.5 1 8|b_update -4.14207 2 5|m_fields 4.5 3 4|-0.04345|0.01218|substance_shared 3.5 6 7|-0.008661|0.02976|subject_of_other 0.060379 9 10|-0.004522|columns 1.03333 11 12|-0.0009319|0.0413
concepts 0.633333 1 8|fields_special 0.5 2 5|unique 0.675307 3 4|-0.04692|-0.001645|substance_shared 3.5 6 7|-0.0112|0.03529|b_cancel -6.82251 9 12|b_new 6.06529 10 11|-0.04381|0.01787|due_hours 223.417 13 14|0.04466|-0.009599
quiet_hours 53.1667 1 8|fields 0.134856 2 5|covered 0.200886 3 4|-0.04485|0.02112|updated 0.5 6 7|0.03783|-0.002818|columns 3.61731 9 12|shared_weight 0.736669 10 11|-0.04927|0.008073|0.02123
quiet_hours 53.1667 1 8|m_length 1.5 2 5|due_hours 57.0 3 4|0.00366|-0.03701|fields 0.134856 6 7|-0.01165|0.03301|margin 0.231843 9 12|e_update 0.5 10 11|-0.0492|0.006482|concepts 0.633333 13 14|-0.0124|0.01771
covered 0.200886 1 6|fields_shared 0.5 2 3|-0.05064|b_duplicate -4.91566 4 5|-0.01125|0.03912|subject 0.197673 7 10|cosine_lead 0.334759 8 9|0.05439|-0.007775|substance 0.273895 11 12|-0.0318|0.019
covered 0.0899445 1 8|shared_weight 0.0 2 5|m_fields 4.5 3 4|-0.005518|0.02487|substance 0.198125 6 7|-0.04495|-0.001187|b_cancel -6.82034 9 12|columns 3.40278 10 11|-0.03786|0.02579|quiet_hours 97.6667 13 14|0.03029|-0.03173
covered 0.200886 1 6|columns 0.134856 2 3|-0.05024|due_hours 219.667 4 5|0.01746|-0.02807|b_cancel -6.82034 7 10|b_duplicate -6.70338 8 9|0.01689|-0.04818|opener_group 0.5 11 12|0.05138|-0.01632
other_asks_the_same 0.5 1 8|b_update -4.14207 2 5|phrase_lead 0.5 3 4|-0.001461|-0.04273|covered 0.200886 6 7|-0.01421|0.03572|unique 0.140591 9 12|m_formal 2.5 10 11|0.01591|-0.01756|office_apart 0.5 13 14|-0.01368|0.04611
subject_of_other 0.0614504 1 8|m_length 3.5 2 5|fields 0.80625 3 4|-0.05356|0.01996|columns 0.134856 6 7|-0.007412|0.043|due_hours 223.667 9 12|shared_weight 0.250437 10 11|-0.01911|0.02675|when_lead -2.5 13 14|0.02227|-0.03181
unique 0.458532 1 8|concepts 0.633333 2 5|cosine_lead 0.165648 3 4|-0.04649|-0.001433|subject 0.189935 6 7|0.01985|-0.03718|subject_of_other 0.0631859 9 12|concepts 0.816667 10 11|-0.02892|0.002624|substance_shared 3.5 13 14|-0.01456|0.03627
b_duplicate -4.91566 1 8|quiet_hours 22.25 2 5|shared_weight 0.283783 3 4|-0.01988|0.02639|b_update -6.49457 6 7|0.004573|-0.0469|columns 0.155159 9 12|shared_weight 0.376528 10 11|-0.02493|0.01814|who 2.5 13 14|0.0468|-0.005475
quiet_hours 53.1667 1 8|b_cancel -6.82034 2 5|substance 0.267546 3 4|-0.03276|0.01505|fields_special 0.5 6 7|0.001275|0.0479|b_duplicate -5.34567 9 12|covered 0.347863 10 11|-0.04901|0.005668|cosine 0.130583 13 14|-0.01395|0.02072
b_duplicate -4.91566 1 8|quiet_hours 22.25 2 5|m_length 1.5 3 4|-0.03085|0.02241|other_asks_the_same 0.5 6 7|-0.04294|0.007156|columns 0.155159 9 12|covered 0.191104 10 11|-0.02422|0.01706|office_known 0.5 13 14|0.04474|-0.005464
covered 0.200886 1 8|m_fields 4.5 2 5|fields 0.5375 3 4|-0.05123|0.01168|n_sources 1.5 6 7|-0.01737|0.03123|subject 0.197673 9 12|subject_of_other 0.060379 10 11|-0.008603|0.04825|substance_lead 0.278646 13 14|-0.02836|0.0162
due_hours 223.667 1 8|b_cancel -6.82034 2 5|b_reminder -6.88702 3 4|0.01102|-0.04856|columns 0.134856 6 7|-0.01685|0.03852|when_lead -2.5 9 12|m_stated 0.5 10 11|-0.007083|0.02061|shared_weight 0.677161 13 14|-0.04343|0.002837
subject_of_other 0.0614504 1 8|m_length 3.5 2 5|quoted_apart 0.5 3 4|-0.04494|0.0048|concepts 0.55 6 7|-0.005894|0.03932|unique 0.140591 9 12|b_update -6.21089 10 11|0.004725|-0.03833|covered 0.19761 13 14|-0.003425|0.03764
b_duplicate -4.91566 1 8|quiet_hours 22.25 2 5|m_length 1.5 3 4|-0.02936|0.02033|b_reminder -6.87904 6 7|-0.0008542|-0.03997|concepts 0.291667 9 12|occasion -0.5 10 11|0.000362|-0.01457|who 3.5 13 14|0.03692|-0.00521
b_cancel -6.82034 1 6|fields 0.854167 2 5|b_new 6.06992 3 4|-0.05099|-0.008789|0.02125|fields_special 0.5 7 10|covered 0.200886 8 9|-0.01955|0.02184|over_days 0.09375 11 12|0.04596|-0.009399
due_hours 223.667 1 8|columns 0.134856 2 5|mailbox_apart 0.5 3 4|-0.03246|0.01723|b_none -6.59058 6 7|-0.003055|0.0355|when_lead -2.5 9 12|who_lead -0.75 10 11|-0.00599|0.01914|unique 0.805146 13 14|-0.04327|-0.001352
other_asks_the_same 0.5 1 6|b_cancel -6.82034 2 3|-0.04534|m_fields 4.5 4 5|-0.01518|0.02703|concepts 0.816667 7 10|b_cancel -6.81723 8 9|-0.02916|0.02394|b_duplicate -5.31588 11 12|0.0386|-0.002611
b_cancel -6.82034 1 6|covered 0.479597 2 5|b_update -6.60501 3 4|0.002841|-0.04695|0.01106|fields_special 0.5 7 10|concepts 0.55 8 9|-0.02445|0.01404|over_days 0.09375 11 12|0.04383|-0.008863
"""
